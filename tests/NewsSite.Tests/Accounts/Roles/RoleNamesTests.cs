using NewsSite.Accounts.Roles;

namespace NewsSite.Tests.Accounts.Roles;

public sealed class RoleNamesTests
{
    [Fact]
    public void Each_role_is_found_by_what_it_is_written_as()
    {
        Assert.Equal("contributor editor chief-editor jobs-desk administrator", string.Join(' ', RoleNames.All.Select(role => role.Slug())));
        Assert.All(RoleNames.All, role => Assert.Equal(role, RoleNames.Find(role.Slug())));
        Assert.Null(RoleNames.Find("Administrator"));
        Assert.Null(RoleNames.Find(null));
    }

    [Theory]
    [InlineData(Role.Administrator, "Contributor Editor ChiefEditor JobsDesk Administrator")]
    [InlineData(Role.ChiefEditor, "Contributor Editor JobsDesk")]
    [InlineData(Role.Editor, "")]
    [InlineData(Role.JobsDesk, "")]
    [InlineData(Role.Contributor, "")]
    public void Nobody_makes_an_equal_but_the_administrator(Role role, string others) =>
        Assert.Equal(others, string.Join(' ', RoleNames.All.Where(other => role.MayManage(other))));
}
