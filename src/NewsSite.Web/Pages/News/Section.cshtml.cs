using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Paging;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Pages.StructuredData;

namespace NewsSite.Web.Pages.News;

[KeptForEverybody("before", "jobs")]
public sealed class SectionModel(PublishedArticles articles, TopJobs topJobs) : ReaderPage
{
    private const int Size = 15;

    public Section Section { get; private set; } = null!;
    public ListPage<ArticleCard> Articles { get; private set; } = null!;
    public bool IsStart { get; private set; }
    public Paging Paging { get; private set; } = null!;
    public TopJobsBlock TopJobs { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string section, [FromQuery] string? before, [FromQuery] string? jobs, CancellationToken cancel)
    {
        if (Frame.Sections.Find(section) is not { } found)
            return NotFound();
        Section = found;
        var key = ListKey.Parse(before);
        IsStart = key is null;
        Articles = await articles.InSectionsAsync(Frame.Sections.Under(found).Select(inner => inner.Id), Language, Size, key, cancel);
        var address = Addresses.Section(Language, found);
        Paging = Paging.Of(address, Articles, key, card => card.Key);
        TopJobs = new TopJobsBlock(await topJobs.PageAsync(found.JobCategories, PageNumber(jobs)), Frame, found.Slug);
        Head.Title = found.Name.In(Language);
        Head.Description = found.Description.In(Language);
        Head.Current = Frame.Sections.Path(found).First().Slug;
        Head.Feeds = address;
        StartsAt(address, key);
        Head.StructuredData.Add(JsonLd.Element(BreadcrumbData.Of(Frame, Addresses, Frame.Sections.Path(found).Select(step =>
            new Crumb(step.Name.In(Language), step == found ? null : Addresses.Section(Language, step))))));
        return Page();
    }
}
