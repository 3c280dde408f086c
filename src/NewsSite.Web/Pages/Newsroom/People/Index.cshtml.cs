using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.Users;
using NewsSite.Web.Pages.Account;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.People;

/// <summary>Who works on the paper: invite, change roles, let out. What one may not change about somebody is neither shown nor done.</summary>
[Authorize(Policies.ManagePeople)]
public sealed class IndexModel(Staff staff, Invitations invitations, CurrentUser me, IStringLocalizer<Interface> texts) : AccountPage
{
    public IReadOnlyList<StaffCard> People { get; private set; } = [];

    public IReadOnlyList<Invitation> Open { get; private set; } = [];

    /// <summary>The link of the invitation that was just made: for handing over where the mail does not arrive.</summary>
    public string Link { get; private set; } = "";

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    /// <summary>The roles that one may give.</summary>
    public IEnumerable<Role> Roles => RoleNames.All.Where(role => me.Role.MayManage(role));

    public bool MayChange(StaffCard person) => person.Id != me.Id && me.Role.MayManage(person.Role);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        if (RoleNames.Find(Role) is not { } role || !me.Role.MayManage(role))
            Wrong(nameof(Role), texts["Please choose a role."]);
        else if (!NewsSite.Accounts.Users.User.IsEmail(Email?.Trim()))
            Wrong(nameof(Email), texts["This is not an e-mail address."]);
        else if (await invitations.HasAccountAsync(Email!, cancel))
            Wrong(nameof(Email), texts["Somebody with this address has an account already."]);
        else
            Link = await invitations.InviteAsync(Email!, role, Language, cancel);
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(long id, CancellationToken cancel)
    {
        if ((await invitations.OpenAsync(cancel)).SingleOrDefault(open => open.Id == id) is not { } invitation)
            return NotFound();
        if (!me.Role.MayManage(invitation.Role))
            return Forbidden();
        await invitations.WithdrawAsync(invitation, cancel);
        return Done(AccountNotice.InvitationWithdrawn);
    }

    public Task<IActionResult> OnPostRoleAsync(long id, CancellationToken cancel) => ChangeAsync(id, async user =>
    {
        if (RoleNames.Find(Role) is not { } role || !me.Role.MayManage(role))
            return null;
        return await staff.ChangeRoleAsync(user, role, cancel) ? AccountNotice.RoleChanged : AccountNotice.NotTheLastAdministrator;
    }, cancel);

    public Task<IActionResult> OnPostDeactivateAsync(long id, CancellationToken cancel) => ChangeAsync(id, async user =>
        await staff.DeactivateAsync(user, cancel) ? AccountNotice.Deactivated : AccountNotice.NotTheLastAdministrator, cancel);

    public Task<IActionResult> OnPostActivateAsync(long id, CancellationToken cancel) => ChangeAsync(id, async user =>
    {
        await staff.ActivateAsync(user, cancel);
        return AccountNotice.Activated;
    }, cancel);

    public Task<IActionResult> OnPostEndSessionsAsync(long id, CancellationToken cancel) => ChangeAsync(id, async user =>
    {
        await staff.EndSessionsAsync(user, cancel);
        return AccountNotice.SessionsEnded;
    }, cancel);

    public Task<IActionResult> OnPostResetSecondFactorAsync(long id, CancellationToken cancel) => ChangeAsync(id, async user =>
    {
        await staff.ResetSecondFactorAsync(user, cancel);
        return AccountNotice.SecondFactorReset;
    }, cancel);

    /// <param name="id">Whom to change.</param>
    /// <param name="change">Says what was done; null: it is not allowed.</param>
    /// <param name="cancel">Ends with the request.</param>
    private async Task<IActionResult> ChangeAsync(long id, Func<User, Task<AccountNotice?>> change, CancellationToken cancel)
    {
        if (await staff.FindAsync(id, cancel) is not { } user)
            return NotFound();
        if (user.Id == me.Id || !me.Role.MayManage(user.Role))
            return Forbidden();
        return await change(user) is { } said ? Done(said) : Forbidden();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        People = await staff.AllAsync(cancel);
        Open = [.. (await invitations.OpenAsync(cancel)).Where(open => me.Role.MayManage(open.Role))];
    }
}
