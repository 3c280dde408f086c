using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Account;

/// <summary>Makes new recovery codes; the old ones stop working.</summary>
[Authorize(Policies.SignedIn)]
public sealed class RecoveryCodesModel(Staff staff, Passwords passwords, SecondFactor factor, IStringLocalizer<Interface> texts) : AccountPage
{
    [BindProperty]
    public string? Password { get; set; }

    public int Left { get; private set; }

    /// <summary>Shown once, right after they were made.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Left = await factor.RecoveryCodesLeftAsync(Who!.UserId, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = (await staff.FindAsync(Who!.UserId, cancel))!;
        if (await passwords.IsRightAsync(user, Password ?? "", cancel))
            Codes = await factor.NewRecoveryCodesAsync(user, cancel);
        else
            Wrong(nameof(Password), texts["This is not your password."]);
        await OnGetAsync(cancel);
        return Page();
    }
}
