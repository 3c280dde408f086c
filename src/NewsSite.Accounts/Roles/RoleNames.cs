using System.Text.RegularExpressions;

namespace NewsSite.Accounts.Roles;

/// <summary>Roles as they are written on the command line and in addresses, and who may give them.</summary>
public static partial class RoleNames
{
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>chief-editor.</summary>
    public static string Slug(this Role role) => WordStart().Replace(role.ToString(), "-$0").ToLowerInvariant();

    public static Role? Find(string? slug) => All.Where(role => role.Slug() == slug).Select(role => (Role?)role).SingleOrDefault();

    /// <summary>
    /// Whether somebody of this role may invite, change or end people of the other. A chief editor looks after the desk, but
    /// makes nobody an equal.
    /// </summary>
    public static bool MayManage(this Role role, Role other) =>
        role == Role.Administrator || (role == Role.ChiefEditor && other is not (Role.Administrator or Role.ChiefEditor));

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();
}
