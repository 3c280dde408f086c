using NewsSite.Newsroom.StaticPages;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>Says how to post a job; the form itself comes with the jobs desk.</summary>
[KeptForEverybody]
public sealed class PostModel(PublishedPages pages) : ReaderPage
{
    /// <summary>The paper has a contact page in this language.</summary>
    public bool HasContact { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        HasContact = (await pages.FindAsync("contact", cancel)).Any(page => page.Language == Language.Code);
        Head.Current = "jobs";
    }
}
