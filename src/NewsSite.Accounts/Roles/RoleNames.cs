using System.Text.RegularExpressions;

namespace NewsSite.Accounts.Roles;

/// <summary>Roles as they are written on the command line and in addresses, and who may give them.</summary>
public static partial class RoleNames
{
    /// <summary>Those of the staff: what can be given, and what the newsroom opens for.</summary>
    public static IReadOnlyList<Role> All { get; } = [.. Enum.GetValues<Role>().Where(IsStaff)];

    /// <summary>Whether it is a role of the paper's own people, who sign in with two factors.</summary>
    public static bool IsStaff(this Role role) => role != Role.Employer;

    /// <summary>chief-editor.</summary>
    public static string Slug(this Role role) => WordStart().Replace(role.ToString(), "-$0").ToLowerInvariant();

    public static Role? Find(string? slug) => All.Where(role => role.Slug() == slug).Select(role => (Role?)role).SingleOrDefault();

    /// <summary>
    /// Whether somebody of this role may invite, change or end people of the other. A chief editor looks after the desk, but
    /// makes nobody an equal.
    /// </summary>
    public static bool MayManage(this Role role, Role other) =>
        role == Role.Administrator || (role == Role.ChiefEditor && other is not (Role.Administrator or Role.ChiefEditor or Role.Employer));

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();
}
