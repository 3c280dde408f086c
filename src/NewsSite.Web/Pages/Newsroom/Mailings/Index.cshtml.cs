using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Alerts.Digests;
using NewsSite.Alerts.Mailings;
using NewsSite.Platform.Mail;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Mailings;

/// <summary>What was mailed to subscribers; and any digest as its reader would get it now.</summary>
[Authorize(Policies.Publish)]
public sealed class IndexModel(MailingCatalogue catalogue, DigestPreview preview, IStringLocalizer<Interface> texts) : NewsroomPage
{
    private const int PageSize = 50;
    private const string MailPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? Before { get; set; }

    /// <summary>The mailing whose books are shown.</summary>
    [BindProperty(SupportsGet = true, Name = "mailing")]
    public string? Shown { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public IReadOnlyList<Mailing> Mailings { get; private set; } = [];
    public bool HasMore { get; private set; }

    /// <summary>The books of one mailing; null: all are listed.</summary>
    public MailingBook? Book { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Shown))
        {
            await ListAsync(cancel);
            return Page();
        }
        Book = long.TryParse(Shown, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await catalogue.FindAsync(id, cancel) : null;
        return Book is null ? NotFound() : Page();
    }

    /// <summary>The digest alone, as a page that can run nothing.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancel)
    {
        if (!IsAddress)
            return await WrongAsync(texts["This is not an e-mail address."], cancel);
        if (await preview.MakeAsync(Email!, cancel) is not { } mail)
            return await WrongAsync(texts["Nothing waits for this address: nobody has alerts by it, or nothing is new for them."], cancel);
        Response.Headers.ContentSecurityPolicy = MailPolicy;
        return Content(mail.Html, "text/html; charset=utf-8");
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancel)
    {
        if (!IsAddress)
            return await WrongAsync(texts["This is not an e-mail address."], cancel);
        var own = new Mailbox(HttpContext.SignedIn()!.Email, Me.Name);
        return await preview.SendAsync(Email!, own, cancel)
            ? Done("/mailings", texts["The digest is on its way to {0}; its links are dead.", own.Address])
            : await WrongAsync(texts["Nothing waits for this address: nobody has alerts by it, or nothing is new for them."], cancel);
    }

    public string Count(int number) => number.ToString("N0", Language.Culture);

    private bool IsAddress => Email is { Length: <= 254 } && Mailbox.Fault(Email.Trim()) is null;

    private async Task<IActionResult> WrongAsync(string message, CancellationToken cancel)
    {
        await ListAsync(cancel);
        return Wrong(nameof(Email), message);
    }

    private async Task ListAsync(CancellationToken cancel)
    {
        long? before = long.TryParse(Before, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var found = await catalogue.LatestAsync(PageSize + 1, before, cancel);
        (Mailings, HasMore) = ([.. found.Take(PageSize)], found.Count > PageSize);
    }
}
