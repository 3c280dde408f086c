using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Account;

/// <summary>Changes the password, for who knows the old one; every other session ends.</summary>
[Authorize(Policies.SignedIn)]
public sealed class PasswordModel(Staff staff, Passwords passwords, PasswordRules rules, IStringLocalizer<Interface> texts) : AccountPage
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    public string Email => Who!.Email;

    public void OnGet()
    {
        // The form alone.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = (await staff.FindAsync(Who!.UserId, cancel))!;
        if (PasswordWords.Of(rules.Check(NewPassword ?? "", user.Name, user.Email!), texts) is { } flaw)
            Wrong(nameof(NewPassword), flaw);
        else if (!await passwords.IsRightAsync(user, Password ?? "", cancel))
            Wrong(nameof(Password), texts["This is not your password."]);
        if (!ModelState.IsValid)
            return Page();
        await passwords.ChangeAsync(user, NewPassword!, Who.SessionId, cancel);
        return LocalRedirect($"{Language.Prefix}/account?said={AccountNotice.PasswordChanged}");
    }
}
