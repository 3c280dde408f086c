using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Account;

/// <summary>The password, or a passkey. The answer to a wrong password, an unknown address and a locked account is the same.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountLimits.SignIn)]
public sealed class SignInModel(
    SignInDesk desk, SessionCookie cookie, AccountLimits limits, PasskeyCeremony passkeys, IStringLocalizer<Interface> texts) : AccountPage
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What the browser's passkey answered, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    public IActionResult OnGet() => IsSignedIn ? LocalRedirect(Onward) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var isAllowed = limits.AllowsPassword(Email ?? "");
        if (isAllowed && await desk.WithPasswordAsync(Email ?? "", Password ?? "", Origin, cancel) is { } opened)
        {
            cookie.Write(HttpContext, opened.Secret);
            return opened.IsComplete ? LocalRedirect(OnwardOf(opened.User.Role)) : ToAccount("/code");
        }
        Wrong("", texts["This address and this password do not open a door. After several wrong tries in a row an account stays closed for 15 minutes."]);
        return Page();
    }

    /// <summary>For the script: what the browser asks its passkeys.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        if (await passkeys.FinishAsync(HttpContext, Credential ?? "", cancel) is { } user)
        {
            cookie.Write(HttpContext, await desk.CompleteAsync(user, half: null, "passkey", Origin, cancel));
            return LocalRedirect(OnwardOf(user.Role));
        }
        Wrong("", texts["This passkey does not open a door here."]);
        return Page();
    }
}
