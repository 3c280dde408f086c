using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.SignIn;
using NewsSite.Platform.Languages;
using NewsSite.Web.Caching;
using NewsSite.Web.Languages;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Account;

/// <summary>
/// A page for people who sign in. It is closed unless it says otherwise, kept nowhere, and its forms carry an antiforgery token.
/// </summary>
[ReadsUser]
public abstract class AccountPage : PageModel
{
    public Language Language => HttpContext.Language();

    /// <summary>Whether somebody is signed in with all that is asked of them.</summary>
    public bool IsSignedIn => Who is { IsIn: true };

    /// <summary>Whether that is one of the staff.</summary>
    public bool IsStaff => Who is { IsIn: true } who && who.Role.IsStaff();

    /// <summary>Where one wanted to go before the door stood in the way; empty: nowhere in particular.</summary>
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>What was just done, to be said above the page.</summary>
    [BindProperty(SupportsGet = true, Name = "said")]
    public AccountNotice? Said { get; set; }

    protected SignedIn? Who => HttpContext.SignedIn();

    protected Origin Origin => new(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", Request.Headers.UserAgent.ToString());

    /// <summary>The wanted page where it is one of ours, else one's own.</summary>
    public string Onward => OnwardOf(Who?.Role ?? default);

    /// <summary>The wanted page where it is one of ours, else where people of that role work.</summary>
    protected string OnwardOf(Role role) =>
        Url.IsLocalUrl(ReturnUrl) && ReturnUrl!.StartsWith('/') && !ReturnUrl.Any(char.IsControl) ? ReturnUrl : Language.Prefix + Home(role);

    /// <summary>Where people of a role work, below the language.</summary>
    public static string Home(Role role) => role.IsStaff() ? "/newsroom" : "/employer";

    // By its name the framework would take it for the handler of a method PAGE.
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.KeepNowhere();
        Response.Headers["Referrer-Policy"] = "same-origin";
        // A page that shows what was typed beside a secret must not be compressed: its length would tell of the secret.
        Request.Headers.AcceptEncoding = StringValues.Empty;
    }

    /// <summary>Another page of the account, in the same language, that leads on to the same place.</summary>
    protected LocalRedirectResult ToAccount(string path) =>
        LocalRedirect(Language.Prefix + "/account" + path + (string.IsNullOrEmpty(ReturnUrl) ? "" : QueryString.Create("returnUrl", ReturnUrl)));

    /// <summary>The same page, after something was done on it, with a word on what.</summary>
    protected LocalRedirectResult Done(AccountNotice said) =>
        LocalRedirect(Language.Prefix + Request.Path + QueryString.Create("said", said.ToString()));

    /// <summary>The policy let one in, but not to this.</summary>
    protected static StatusCodeResult Forbidden() => new(StatusCodes.Status403Forbidden);

    /// <summary>What a form field says is wrong; what was typed stays.</summary>
    protected void Wrong(string field, string message) => ModelState.AddModelError(field, message);
}
