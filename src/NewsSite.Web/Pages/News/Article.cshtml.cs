using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsroom.Articles;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.News;

[KeptForEverybody("jobs")]
public sealed class ArticleModel(ArticleReader reader, StoryMaker stories) : ReaderPage
{
    public Story Story { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string section, long id, string? slug, [FromQuery] string? jobs, CancellationToken cancel)
    {
        var found = await reader.FindAsync(id, cancel);
        if (found.Article is not { } article)
            return found.MovedTo.Length > 0 ? MovedForNow(found.MovedTo) : found.IsGone ? Gone() : NotFound();
        var filed = Frame.Sections[article.Card.SectionId];
        if (Language.Code != article.Card.Language || section != filed.Slug || slug != article.Card.Slug)
            return Moved(Addresses.Article(article.Card, filed));

        Story = await stories.MakeAsync(article, Frame, PageNumber(jobs), cancel);
        Story.Describe(Head, Addresses);
        return Page();
    }
}
