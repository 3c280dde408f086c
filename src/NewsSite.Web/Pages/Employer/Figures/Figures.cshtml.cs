using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Employer.Figures;

/// <summary>How a posting does, for its company.</summary>
public sealed class FiguresModel(PostingChart charts) : EmployerPage
{
    public Posting Posting { get; private set; } = null!;
    public BarChart Chart { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await charts.FindAsync(id, Company.EmployerId, cancel) is not { } posting)
            return NotFound();
        (Posting, Chart) = (posting, await charts.OfAsync(posting, cancel));
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(long id, CancellationToken cancel) =>
        await charts.FindAsync(id, Company.EmployerId, cancel) is { } posting ? await charts.SendAsync(Response, posting, cancel) : NotFound();
}
