using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.FrontPage;
using NewsSite.Web.Pages.News;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.FrontPages;

/// <summary>The draft of the front page as readers will see it: their own page, closed, for the frame in the newsroom.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class PreviewFrameModel(ArrangementDesk desk, FrontPageDesk front, TopJobs topJobs) : FramedPage
{
    public FrontView Front { get; private set; } = null!;

    public override bool IsFront => true;

    public async Task OnGetAsync([FromQuery] string? jobs, CancellationToken cancel)
    {
        PreviewHeaders.Write(Response);
        Response.MayBeFramedByUs();
        var draft = await desk.OpenAsync(Language, cancel);
        Front = new FrontView(await front.ComposeAsync(Language, draft.Places, cancel), Frame, new TopJobsBlock(await topJobs.PageAsync([], PageNumber(jobs)), Frame, ""));
        Head.NoIndex = true;
    }
}
