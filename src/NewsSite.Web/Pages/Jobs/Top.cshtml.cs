using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>A fragment: one page of the Top jobs block, turned in place by its pager.</summary>
[KeptForEverybody("page", "section")]
public sealed class TopModel(TopJobs topJobs) : ReaderPage
{
    public TopJobsBlock Block { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] string? number, [FromQuery] string? section)
    {
        var found = section is null ? null : Frame.Sections.Find(section);
        Block = new TopJobsBlock(await topJobs.PageAsync(found?.JobCategories ?? [], PageNumber(number)), Frame, found?.Slug ?? "");
        Response.Headers["X-Robots-Tag"] = "noindex";
    }
}
