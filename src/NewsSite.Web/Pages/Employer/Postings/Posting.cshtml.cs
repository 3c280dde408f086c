using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;

namespace NewsSite.Web.Pages.Employer.Postings;

/// <summary>One posting of a company: where it stands.</summary>
public sealed class PostingModel(EmployerPostings postings) : EmployerPage
{
    public Posting Posting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await postings.FindAsync(Company.EmployerId, id, cancel) is not { } posting)
            return NotFound();
        Posting = posting;
        return Page();
    }
}
