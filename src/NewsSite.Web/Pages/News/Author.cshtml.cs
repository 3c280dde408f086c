using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Platform.Paging;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.News;

[KeptForEverybody("before", "jobs")]
public sealed class AuthorModel(Authors authors, PublishedArticles articles, TopJobs topJobs) : ReaderPage
{
    private const int Size = 15;

    public Author Author { get; private set; } = null!;
    public ListPage<ArticleCard> Articles { get; private set; } = null!;
    public Paging Paging { get; private set; } = null!;
    public TopJobsBlock TopJobs { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery] string? before, [FromQuery] string? jobs, CancellationToken cancel)
    {
        if (await authors.FindAsync(slug, cancel) is not { } author)
            return NotFound();
        Author = author;
        var key = ListKey.Parse(before);
        Articles = await articles.ByAuthorAsync(author.Id, Language, Size, key, cancel);
        var address = Addresses.Author(Language, author.Slug);
        Paging = Paging.Of(address, Articles, key, card => card.Key);
        TopJobs = new TopJobsBlock(await topJobs.PageAsync([], PageNumber(jobs)), Frame, "");
        Head.Title = author.Name;
        Head.Description = author.Biography.In(Language);
        Head.Feeds = address;
        StartsAt(address, key);
        return Page();
    }
}
