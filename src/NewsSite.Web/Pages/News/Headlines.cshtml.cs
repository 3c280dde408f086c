using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Paging;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.News;

/// <summary>A fragment: the headlines before a place in the list, read in place by "View more".</summary>
[KeptForEverybody("before")]
public sealed class HeadlinesModel(PublishedArticles articles) : ReaderPage
{
    public HeadlineList List { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] string? before, CancellationToken cancel)
    {
        var page = await articles.LatestAsync(Language, NewsSite.Newsroom.Articles.Headlines.Size, ListKey.Parse(before), cancel);
        List = new HeadlineList(page.Items, Frame) { HasMore = page.HasMore };
        Response.Headers["X-Robots-Tag"] = "noindex";
    }
}
