using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Accounts.Users;
using NewsSite.Jobs.Employers;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Employer.People;

/// <summary>Who acts for a company: its owners invite, let in, change and remove.</summary>
[Authorize(Policies.OwnEmployer)]
public sealed class IndexModel(EmployerPeople people, EmployerAccess access, Staff accounts, AccountLimits limits, IStringLocalizer<Interface> texts) : EmployerPage
{
    public IReadOnlyList<(EmployerMember Member, User Person)> Members { get; private set; } = [];

    public IReadOnlyList<(EmployerRequest Request, User Person)> Requests { get; private set; } = [];

    public IReadOnlyList<EmployerInvitation> Invitations { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> Roles => [.. Enum.GetValues<EmployerRole>().Reverse().Select(role => (role.ToString(), texts["EmployerRole." + role].Value))];

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    private EmployerRole Chosen => Role == nameof(EmployerRole.Owner) ? EmployerRole.Owner : EmployerRole.Recruiter;

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var email = Typed.Clean(Email, 254);
        if (!NewsSite.Accounts.Users.User.IsEmail(email))
            return Wrong(nameof(Email), texts["This is not an e-mail address."]);
        if (Members.Any(member => NewsSite.Accounts.Users.User.Normalise(member.Person.Email!) == NewsSite.Accounts.Users.User.Normalise(email)))
            return Wrong(nameof(Email), texts["They act for the company already."]);
        if (!limits.AllowsMail(email))
            return Wrong(nameof(Email), texts["Several mails went to this address within an hour. Please look for them, or wait."]);
        await people.InviteAsync(Company, email, Chosen, (Me.Id, Me.Name), Language, cancel);
        return Done("/people", texts["The invitation is on its way to {0}.", email]);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(long id, CancellationToken cancel) =>
        await people.WithdrawAsync(Company.EmployerId, id, cancel) ? Done("/people", texts["The invitation is withdrawn."]) : NotFound();

    public async Task<IActionResult> OnPostAnswerAsync(long id, bool letsIn, CancellationToken cancel) =>
        await people.AnswerAsync(Company, id, letsIn, cancel) ? Done("/people", letsIn ? texts["They act for the company from now on."] : texts["The request is refused."]) : NotFound();

    public async Task<IActionResult> OnPostRoleAsync(long id, CancellationToken cancel) =>
        await people.ChangeRoleAsync(Company.EmployerId, id, Chosen, cancel) ? Onward(texts["The role is changed."]) : await RefuseAsync(cancel);

    public async Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken cancel) =>
        await people.RemoveAsync(Company.EmployerId, id, cancel) ? Onward(texts["They no longer act for the company."]) : await RefuseAsync(cancel);

    /// <summary>Who has changed their own role may not come back to this page.</summary>
    private LocalRedirectResult Onward(string said)
    {
        Said = said;
        return LocalRedirect(Language.Prefix + "/employer");
    }

    private async Task<IActionResult> RefuseAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Wrong("", texts["A company keeps at least one owner."], StatusCodes.Status409Conflict);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var members = await access.MembersAsync(Company.EmployerId, cancel);
        var requests = await people.RequestsAsync(Company.EmployerId, cancel);
        var known = await accounts.OfAsync([.. members.Select(member => member.UserId).Concat(requests.Select(request => request.UserId))], cancel);
        Members = [.. members.Where(member => known.ContainsKey(member.UserId)).Select(member => (member, known[member.UserId]))];
        Requests = [.. requests.Where(request => known.ContainsKey(request.UserId)).Select(request => (request, known[request.UserId]))];
        Invitations = await people.InvitationsAsync(Company.EmployerId, cancel);
        Role ??= nameof(EmployerRole.Recruiter);
    }
}
