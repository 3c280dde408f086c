using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Account;

/// <summary>
/// Signing in without a password: asks for a link, and is the page behind it. Looking uses nothing up, because mail scanners look too. What it
/// answers does not tell whether an address is known.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(AccountLimits.Link)]
public sealed class LinkModel(SignInLinks links, SignInDesk desk, SessionCookie cookie, AccountLimits limits, IStringLocalizer<Interface> texts) : AccountPage
{
    /// <summary>There is a link, and it works no more.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Who comes in by the link; null: there is none.</summary>
    public NewsSite.Accounts.Users.User? Person { get; private set; }

    public bool IsSent { get; private set; }

    [BindProperty]
    public string? Email { get; set; }

    public async Task OnGetAsync(string? secret, CancellationToken cancel) => await FindAsync(secret, cancel);

    public async Task<IActionResult> OnPostAsync(string? secret, CancellationToken cancel)
    {
        if (secret is null)
            return await SendAsync(cancel);
        await FindAsync(secret, cancel);
        if (Person is not { } person || await links.UseAsync(secret, cancel) is not { } onward)
        {
            await FindAsync(secret, cancel);
            return Page();
        }
        var opened = await desk.OpenAsync(person, "link", Origin, cancel);
        cookie.Write(HttpContext, opened.Secret);
        ReturnUrl = onward;
        return opened.IsComplete ? LocalRedirect(OnwardOf(person.Role)) : ToAccount("/code");
    }

    private async Task<IActionResult> SendAsync(CancellationToken cancel)
    {
        if (!NewsSite.Accounts.Users.User.IsEmail(Email?.Trim()))
        {
            Wrong(nameof(Email), texts["This is not an e-mail address."]);
            return Page();
        }
        if (limits.AllowsMail(Email!))
            await links.SendAsync(Email!, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "", cancel);
        IsSent = true;
        return Page();
    }

    private async Task FindAsync(string? secret, CancellationToken cancel)
    {
        if (secret is null)
            return;
        Person = await links.OfLinkAsync(secret, cancel);
        IsBroken = Person is null;
        if (IsBroken)
            Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
