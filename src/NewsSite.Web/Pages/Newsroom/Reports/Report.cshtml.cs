using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Reports;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Reports;

/// <summary>One report: what was said, and the decision with its reasons, which go to both sides.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class ReportModel(ReportDesk desk, IStringLocalizer<Interface> texts) : NewsroomPage
{
    public Report Report { get; private set; } = null!;

    [BindProperty]
    public ReportDecision? Decision { get; set; }

    [BindProperty]
    public string? Statement { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        var statement = Statement?.Trim().ReplaceLineEndings("\n") ?? "";
        if (statement.Length is 0 or > ReportVerdict.MaxStatement)
            ModelState.AddModelError(nameof(Statement), texts["The reasons have 1 to {0} characters; these have {1}. They are mailed to both sides.", ReportVerdict.MaxStatement, statement.Length]);
        if (Decision is not { } decision || !Enum.IsDefined(decision))
            return Wrong(nameof(Decision), texts["Please choose whether it stays online."]);
        if (!ModelState.IsValid)
            return Wrong();
        return await desk.DecideAsync(id, new ReportVerdict(decision, statement, Me.Name), cancel) switch
        {
            ReportOutcome.Done => Done("/reports", texts["Decided. The mails to both sides are on their way."]),
            ReportOutcome.Decided => Wrong("", texts["Somebody else has decided this report since."], StatusCodes.Status409Conflict),
            _ => NotFound(),
        };
    }

    private async Task<bool> FindAsync(long id, CancellationToken cancel)
    {
        if (await desk.FindAsync(id, cancel) is not { } found)
            return false;
        Report = found;
        return true;
    }
}
