using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Account;

/// <summary>The second factor: a code from the app, or one of the recovery codes.</summary>
[Authorize(Policies.HalfWay)]
[EnableRateLimiting(AccountLimits.SignIn)]
public sealed class CodeModel(SecondFactor factor, Staff staff, SignInDesk desk, SessionCookie cookie, IStringLocalizer<Interface> texts) : AccountPage
{
    [BindProperty]
    public string? Code { get; set; }

    public IActionResult OnGet() =>
        IsSignedIn ? LocalRedirect(Onward)
        : Who!.HasSecondFactor ? Page()
        : ToAccount("/two-factor");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (IsSignedIn || !Who!.HasSecondFactor)
            return OnGet();
        var user = (await staff.FindAsync(Who.UserId, cancel))!;
        var kind = await factor.CheckAsync(user, Code ?? "", cancel);
        if (kind == CodeKind.Wrong)
        {
            Code = null;
            Wrong(nameof(Code), texts["This code is wrong, too old or was used before. After several wrong tries in a row an account stays closed for 15 minutes."]);
            return Page();
        }
        cookie.Write(HttpContext, await desk.CompleteAsync(user, Who.SessionId, kind == CodeKind.Code ? "code" : "recovery code", Origin, cancel));
        return LocalRedirect(Onward);
    }
}
