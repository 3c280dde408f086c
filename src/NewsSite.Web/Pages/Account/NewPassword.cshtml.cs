using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Account;

/// <summary>Chooses a new password by the link of a mail. It opens no door: one signs in with it, and with the second factor.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountLimits.Link)]
public sealed class NewPasswordModel(Passwords passwords, PasswordRules rules, IStringLocalizer<Interface> texts) : AccountPage
{
    /// <summary>False: the link does not work any more.</summary>
    public bool IsOpen { get; private set; }

    public string Email { get; private set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    public async Task OnGetAsync(string secret, CancellationToken cancel) => await FindAsync(secret, cancel);

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancel)
    {
        if (await FindAsync(secret, cancel) is not { } user)
            return Page();
        if (PasswordWords.Of(rules.Check(Password ?? "", user.Name, user.Email!), texts) is { } flaw)
        {
            Wrong(nameof(Password), flaw);
            return Page();
        }
        IsOpen = await passwords.ResetAsync(secret, Password!, cancel);
        return IsOpen ? LocalRedirect($"{Language.Prefix}/account/sign-in?said={AccountNotice.PasswordChanged}") : Page();
    }

    private async Task<NewsSite.Accounts.Users.User?> FindAsync(string secret, CancellationToken cancel)
    {
        var user = await passwords.OfLinkAsync(secret, cancel);
        IsOpen = user is not null;
        Email = user?.Email ?? "";
        if (user is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return user;
    }
}
