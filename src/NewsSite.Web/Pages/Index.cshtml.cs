using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.FrontPage;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Pages.StructuredData;

namespace NewsSite.Web.Pages;

[KeptForEverybody("jobs")]
public sealed class IndexModel(FrontPageDesk desk, TopJobs topJobs) : ReaderPage
{
    public FrontPage Front { get; private set; } = null!;
    public TopJobsBlock TopJobs { get; private set; } = null!;

    public override bool IsFront => true;

    public async Task OnGetAsync([FromQuery] string? jobs, CancellationToken cancel)
    {
        Front = await desk.ComposeAsync(Language, cancel);
        Head.StructuredData.Add(JsonLd.Element(SiteData.WebSite(Frame, Addresses)));
        Head.StructuredData.Add(JsonLd.Element(SiteData.Organization(Frame, Addresses)));
        TopJobs = new TopJobsBlock(await topJobs.PageAsync([], PageNumber(jobs)), Frame, "");
    }
}
