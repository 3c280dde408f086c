using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.JobReports;

/// <summary>How any posting does, for the desk.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class FiguresModel(PostingChart charts) : NewsroomPage
{
    public Posting Posting { get; private set; } = null!;
    public BarChart Chart { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await charts.FindAsync(id, employer: null, cancel) is not { } posting)
            return NotFound();
        (Posting, Chart) = (posting, await charts.OfAsync(posting, cancel));
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(long id, CancellationToken cancel) =>
        await charts.FindAsync(id, employer: null, cancel) is { } posting ? await charts.SendAsync(Response, posting, cancel) : NotFound();
}
