using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.Users;
using NewsSite.Jobs.Employers;
using NewsSite.Platform.Database;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>Accepting an invitation to act for a company. Looking changes nothing; the button makes the account where there is none.</summary>
public sealed class JoinModel(NewsDb db, EmployerPeople employers, Registration registration, ConfirmedPeople people, IStringLocalizer<Interface> texts) : PostPage
{
    private const int LongestName = 100;

    /// <summary>Null: the link does not work any more.</summary>
    public EmployerInvitation? Invitation { get; private set; }

    public string CompanyName { get; private set; } = "";

    public bool HasAccount { get; private set; }

    [BindProperty]
    public string? PersonName { get; set; }

    public Task OnGetAsync(string secret, CancellationToken cancel) => FindAsync(secret, cancel);

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancel)
    {
        await FindAsync(secret, cancel);
        if (Invitation is not { } invitation)
            return Page();
        var name = Typed.Clean(PersonName, LongestName);
        if (!HasAccount && name.Length == 0)
        {
            ModelState.AddModelError(nameof(PersonName), texts["Please say your name."]);
            return Wrong();
        }
        if (await AcceptAsync(invitation, name, cancel) is not { } user)
        {
            await FindAsync(secret, cancel);
            return Page();
        }
        var path = $"{Language.Prefix}/employer/{invitation.EmployerId}";
        return LocalRedirect(await people.SignInAsync(HttpContext, user, cancel) ? path : $"{Language.Prefix}/account/sign-in{QueryString.Create("returnUrl", path)}");
    }

    private async Task<User?> AcceptAsync(EmployerInvitation invitation, string name, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await registration.EnterAsync(invitation.Email, name, Language, cancel) is not { } user || !await employers.AcceptAsync(invitation, user.Id, cancel))
            return null;
        await write.CommitAsync(cancel);
        return user;
    }

    private async Task FindAsync(string secret, CancellationToken cancel)
    {
        var found = await employers.OfLinkAsync(secret, cancel);
        (Invitation, CompanyName) = (found?.Invitation, found?.Company ?? "");
        if (Invitation is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else
            HasAccount = await people.FindAsync(Invitation.Email, cancel) is not null;
    }
}
