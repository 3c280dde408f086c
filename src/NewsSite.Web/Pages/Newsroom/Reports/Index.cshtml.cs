using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Reports;
using NewsSite.Platform.Paging;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Reports;

/// <summary>What readers reported about jobs: what waits, and what was decided.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class IndexModel(ReportDesk desk) : NewsroomPage
{
    private const int Size = 50;

    public ListPage<Report> Reports { get; private set; } = new([], false);

    /// <summary>The list of those that are decided.</summary>
    public bool IsDecided { get; private set; }
    public int Waiting { get; private set; }
    public Paging Paging { get; private set; } = new();

    public async Task OnGetAsync([FromQuery] string? part, [FromQuery] string? before, CancellationToken cancel)
    {
        IsDecided = part == "decided";
        var key = ListKey.Parse(before);
        Reports = await desk.PageAsync(IsDecided, Size, key, cancel);
        Waiting = await desk.CountAsync(cancel);
        Paging = Paging.Of(At(IsDecided ? "/reports?part=decided" : "/reports"), Reports, key, report => new ListKey(report.ReportedAt, report.Id));
    }
}
