using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Account;

/// <summary>Asks for a mail with a link. What it answers does not tell whether the address is known.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountLimits.Link)]
public sealed class ForgottenModel(Passwords passwords, AccountLimits limits, IStringLocalizer<Interface> texts) : AccountPage
{
    [BindProperty]
    public string? Email { get; set; }

    public bool IsSent { get; private set; }

    public void OnGet()
    {
        // The form alone.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!NewsSite.Accounts.Users.User.IsEmail(Email?.Trim()))
        {
            Wrong(nameof(Email), texts["This is not an e-mail address."]);
            return Page();
        }
        if (limits.AllowsMail(Email!))
            await passwords.ForgottenAsync(Email!, cancel);
        IsSent = true;
        return Page();
    }
}
