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

    /// <summary>An account that was made by a mail's link has none at first.</summary>
    public bool HasPassword { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => await FindAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = await FindAsync(cancel);
        if (PasswordWords.Of(rules.Check(NewPassword ?? "", user.Name, user.Email!), texts) is { } flaw)
            Wrong(nameof(NewPassword), flaw);
        else if (HasPassword && !await passwords.IsRightAsync(user, Password ?? "", cancel))
            Wrong(nameof(Password), texts["This is not your password."]);
        if (!ModelState.IsValid)
            return Page();
        await passwords.ChangeAsync(user, NewPassword!, Who!.SessionId, cancel);
        return LocalRedirect($"{Language.Prefix}/account?said={AccountNotice.PasswordChanged}");
    }

    private async Task<User> FindAsync(CancellationToken cancel)
    {
        var user = (await staff.FindAsync(Who!.UserId, cancel))!;
        HasPassword = user.PasswordHash is not null;
        return user;
    }
}
