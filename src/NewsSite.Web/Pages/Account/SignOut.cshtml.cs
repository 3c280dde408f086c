using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts.SignIn;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Account;

/// <summary>Ends the session; opened as a page it asks first, because a link must not sign anybody out.</summary>
[Authorize(Policies.HalfWay)]
public sealed class SignOutModel(SignInDesk desk, SessionCookie cookie) : AccountPage
{
    public void OnGet()
    {
        // The form alone.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.SignOutAsync(Who!, cancel);
        cookie.Remove(HttpContext);
        return LocalRedirect($"{Language.Prefix}/account/sign-in?said={AccountNotice.SignedOut}");
    }
}
