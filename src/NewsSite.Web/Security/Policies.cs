using Microsoft.AspNetCore.Authorization;
using NewsSite.Accounts.Roles;

namespace NewsSite.Web.Security;

/// <summary>Who may do what; every page and endpoint behind a door names one of these.</summary>
public static class Policies
{
    /// <summary>Everybody of the staff: signed in with both factors.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>Write own articles and hand them in; pictures.</summary>
    public const string Write = nameof(Write);

    /// <summary>Edit everybody's articles.</summary>
    public const string Edit = nameof(Edit);

    /// <summary>Publish, schedule, correct, unpublish.</summary>
    public const string Publish = nameof(Publish);

    /// <summary>Front page, sections, menus, redirects, settings of the paper.</summary>
    public const string ArrangePaper = nameof(ArrangePaper);

    /// <summary>What readers search and find.</summary>
    public const string SeeSearches = nameof(SeeSearches);

    /// <summary>Postings, employers, applications.</summary>
    public const string ManageJobs = nameof(ManageJobs);

    /// <summary>Invite people and change their roles, as far as <see cref="RoleNames.MayManage"/> goes.</summary>
    public const string ManagePeople = nameof(ManagePeople);

    /// <summary>Everybody who is signed in, of the staff or not: one's own account, and asking which companies one acts for.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>
    /// Acts for the company in the address, /employer/{employerId}/…: one of its members, whatever their role on the paper is.
    /// Everybody else gets 403, whether there is such a company or not.
    /// </summary>
    public const string ActForEmployer = nameof(ActForEmployer);

    /// <summary>The same, for what only its owners may: people, the company itself.</summary>
    public const string OwnEmployer = nameof(OwnEmployer);

    /// <summary>The audit trail and the machinery.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>The password was right, the second factor is still to come: opens only the pages that ask for it.</summary>
    public const string HalfWay = nameof(HalfWay);

    public static IReadOnlyDictionary<string, IReadOnlyList<Role>> Roles { get; } = new Dictionary<string, IReadOnlyList<Role>>
    {
        [Staff] = RoleNames.All,
        [SignedIn] = Enum.GetValues<Role>(),
        [Write] = [Role.Contributor, Role.Editor, Role.ChiefEditor, Role.Administrator],
        [Edit] = [Role.Editor, Role.ChiefEditor, Role.Administrator],
        [Publish] = [Role.Editor, Role.ChiefEditor, Role.Administrator],
        [ArrangePaper] = [Role.ChiefEditor, Role.Administrator],
        [SeeSearches] = [Role.Editor, Role.ChiefEditor, Role.JobsDesk, Role.Administrator],
        [ManageJobs] = [Role.JobsDesk, Role.Administrator],
        [ManagePeople] = [Role.ChiefEditor, Role.Administrator],
        [Administer] = [Role.Administrator],
    };

    /// <summary>Whether a role passes; for what a page shows. What it refuses, the endpoint refuses by the same policy.</summary>
    public static bool Allow(string policy, Role role) => Roles[policy].Contains(role);

    internal static void AddTo(AuthorizationBuilder authorization)
    {
        foreach (var (name, roles) in Roles)
            authorization.AddPolicy(name, policy => policy.RequireRole(roles.Select(role => role.ToString())));
        authorization.AddPolicy(HalfWay, policy => policy.RequireAuthenticatedUser());
        authorization.AddPolicy(ActForEmployer, policy => policy.AddRequirements(new EmployerMembershipRequirement(MustOwn: false)));
        authorization.AddPolicy(OwnEmployer, policy => policy.AddRequirements(new EmployerMembershipRequirement(MustOwn: true)));
    }
}
