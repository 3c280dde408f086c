using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Alerts.Mailings;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Mailings;

/// <summary>The books of one mailing.</summary>
[Authorize(Policies.Publish)]
public sealed class MailingModel(MailingCatalogue catalogue) : NewsroomPage
{
    public MailingBook Book { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await catalogue.FindAsync(id, cancel) is not { } book)
            return NotFound();
        Book = book;
        return Page();
    }

    public string Count(int number) => number.ToString("N0", Language.Culture);
}
