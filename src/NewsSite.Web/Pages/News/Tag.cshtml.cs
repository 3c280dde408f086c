using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Paging;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.News;

[KeptForEverybody("before", "jobs")]
public sealed class TagModel(TagIndex tags, PublishedArticles articles, TopJobs topJobs) : ReaderPage
{
    private const int Size = 15;

    public Tag Tag { get; private set; } = null!;
    public ListPage<ArticleCard> Articles { get; private set; } = null!;
    public Paging Paging { get; private set; } = null!;
    public TopJobsBlock TopJobs { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery] string? before, [FromQuery] string? jobs, CancellationToken cancel)
    {
        if (await tags.FindAsync(slug, cancel) is not { } tag)
            return NotFound();
        Tag = tag;
        var key = ListKey.Parse(before);
        Articles = await articles.TaggedAsync(tag.Id, Language, Size, key, cancel);
        var address = Addresses.Tag(Language, tag.Slug);
        Paging = Paging.Of(address, Articles, key, card => card.Key);
        TopJobs = new TopJobsBlock(await topJobs.PageAsync([], PageNumber(jobs)), Frame, "");
        Head.Title = tag.Name.In(Language);
        Head.Feeds = address;
        StartsAt(address, key);
        return Page();
    }
}
