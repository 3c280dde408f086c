using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Paging;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.News;

[KeptForEverybody("before", "jobs")]
public sealed class LatestModel(PublishedArticles articles, TopJobs topJobs) : ReaderPage
{
    private const int Size = 20;

    public ListPage<ArticleCard> Articles { get; private set; } = null!;
    public Paging Paging { get; private set; } = null!;
    public TopJobsBlock TopJobs { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] string? before, [FromQuery] string? jobs, CancellationToken cancel)
    {
        var key = ListKey.Parse(before);
        Articles = await articles.LatestAsync(Language, Size, key, cancel);
        Paging = Paging.Of(Addresses.Latest(Language), Articles, key, card => card.Key);
        StartsAt(Addresses.Latest(Language), key);
        TopJobs = new TopJobsBlock(await topJobs.PageAsync([], PageNumber(jobs)), Frame, "");
    }
}
