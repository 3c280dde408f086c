using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Account;

/// <summary>Accepting an invitation. Looking changes nothing, because mail scanners look too; sending the form makes the account.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountLimits.Link)]
public sealed class InvitationModel(
    Invitations invitations, PasswordRules rules, SignInDesk desk, SessionCookie cookie, IStringLocalizer<Interface> texts) : AccountPage
{
    private const int MaxName = 100;

    /// <summary>Null: the link does not work any more.</summary>
    public Invitation? Invitation { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Asked of the first administrator only; for others the invitation says it.</summary>
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public async Task OnGetAsync(string secret, CancellationToken cancel) => await FindAsync(secret, cancel);

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancel)
    {
        await FindAsync(secret, cancel);
        if (Invitation is null || !Check())
            return Page();
        var acceptance = new Acceptance { Name = Name!, Email = Email!, Password = Password!, Language = Language };
        if (await invitations.AcceptAsync(secret, acceptance, cancel) is not { } user)
        {
            Invitation = null;
            return Page();
        }
        if (await desk.WithPasswordAsync(user.Email!, Password!, Origin, cancel) is { } opened)
            cookie.Write(HttpContext, opened.Secret);
        return ToAccount("/two-factor");
    }

    private async Task FindAsync(string secret, CancellationToken cancel)
    {
        Invitation = await invitations.FindAsync(secret, cancel);
        if (Invitation is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!Invitation.IsForFirstAdministrator)
            Email = Invitation.Email;
    }

    private bool Check()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > MaxName)
            Wrong(nameof(Name), texts["Please say your name, in at most {0} characters.", MaxName]);
        if (!NewsSite.Accounts.Users.User.IsEmail(Email?.Trim()))
            Wrong(nameof(Email), texts["This is not an e-mail address."]);
        if (PasswordWords.Of(rules.Check(Password ?? "", Name ?? "", Email ?? ""), texts) is { } flaw)
            Wrong(nameof(Password), flaw);
        return ModelState.IsValid;
    }
}
