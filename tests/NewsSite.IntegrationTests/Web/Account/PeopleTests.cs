using System.Globalization;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Account;

public abstract class PeopleTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task A_changed_role_acts_with_the_next_request()
    {
        var ada = await SignedInAsync(Role.Administrator);
        var bea = await HireAsync(Role.Editor, "Bea");
        var theirs = await SignedInAsync(bea);
        Assert.Equal(403, (await theirs.AskAsync(HttpMethod.Get, "/newsroom/people")).Status);

        await SetRoleAsync(ada, bea, "chief-editor");
        Assert.Equal("The role is changed; it counts from now on.", ada.Page.TextOf(".said"));
        Assert.Equal(200, (await theirs.AskAsync(HttpMethod.Get, "/newsroom/people")).Status);
        await SetRoleAsync(ada, bea, "contributor");
        Assert.Equal(403, (await theirs.AskAsync(HttpMethod.Get, "/newsroom/people")).Status);
        Assert.Contains("Administrator: change role Bea", await TrailAsync());
    }

    [Fact]
    public async Task Who_is_deactivated_is_out_at_once_and_comes_back_only_by_signing_in_again()
    {
        var ada = await SignedInAsync(Role.Administrator);
        var bea = await HireAsync(Role.Editor, "Bea");
        var theirs = await SignedInAsync(bea);

        await DoAsync(ada, "Deactivate", bea);
        Assert.Equal(302, (await theirs.AskAsync(HttpMethod.Get, "/account")).Status);
        var visitor = new Visitor(Site);
        await visitor.OpenAsync("/account/sign-in");
        await visitor.SendAsync("", ("Email", bea.User.Email), ("Password", Password));
        Assert.Equal("Sign in", visitor.Page.Title);

        await DoAsync(ada, "Activate", bea);
        Assert.Equal(302, (await theirs.AskAsync(HttpMethod.Get, "/account")).Status);
        await visitor.SendAsync("", ("Email", bea.User.Email), ("Password", Password));
        Assert.Equal("Your code", visitor.Page.Title);
    }

    [Fact]
    public async Task Sessions_are_ended_and_a_lost_second_factor_is_reset_for_others()
    {
        var ada = await SignedInAsync(Role.Administrator);
        var bea = await HireAsync(Role.Editor, "Bea");
        var theirs = await SignedInAsync(bea);
        await DoAsync(ada, "EndSessions", bea);
        Assert.Equal(302, (await theirs.AskAsync(HttpMethod.Get, "/account")).Status);

        await DoAsync(ada, "ResetSecondFactor", bea);
        var visitor = new Visitor(Site);
        await visitor.OpenAsync("/account/sign-in");
        await visitor.SendAsync("", ("Email", bea.User.Email), ("Password", Password));
        Assert.Equal("Second factor", visitor.Page.Title);
    }

    [Fact]
    public async Task A_chief_editor_looks_after_the_desk_but_makes_nobody_an_equal()
    {
        var ada = await HireAsync(Role.Administrator);
        var bea = await HireAsync(Role.Editor, "Bea");
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/people");
        Assert.DoesNotContain("Administrator", chief.Page.TextOf("select[name=Role] option"), StringComparison.Ordinal);
        Assert.Single(chief.Page.Page.QuerySelectorAll("details.row-more"));

        await SetRoleAsync(chief, bea, "jobs-desk");
        Assert.Equal(Role.JobsDesk, (await New<Staff>().FindAsync(bea.User.Id, Cancel))!.Role);
        // Posted past what the page offers.
        await SetRoleAsync(chief, bea, "administrator");
        Assert.Equal(403, chief.Page.Status);
        await chief.OpenAsync("/newsroom/people");
        await chief.SendAsync("handler=Deactivate", ("id", Number(ada.User.Id)));
        Assert.Equal(403, chief.Page.Status);
        await chief.OpenAsync("/newsroom/people");
        await chief.SendAsync("handler=Invite", ("Email", "eve@news.example"), ("Role", "administrator"));
        Assert.Empty(await New<Invitations>().OpenAsync(Cancel));
        Assert.True((await New<Staff>().FindAsync(ada.User.Id, Cancel))!.IsActive);
    }

    [Fact]
    public async Task The_paper_is_never_left_without_an_administrator_and_nobody_changes_themselves()
    {
        var ada = await HireAsync(Role.Administrator);
        var bea = await HireAsync(Role.Editor, "Bea");
        var visitor = await SignedInAsync(ada);
        await visitor.OpenAsync("/newsroom/people");
        await visitor.SendAsync("handler=Role", ("id", Number(ada.User.Id)), ("Role", "editor"));
        Assert.Equal(403, visitor.Page.Status);

        Assert.False(await New<Staff>().ChangeRoleAsync((await New<Staff>().FindAsync(ada.User.Id, Cancel))!, Role.Editor, Cancel));
        Assert.False(await New<Staff>().DeactivateAsync((await New<Staff>().FindAsync(ada.User.Id, Cancel))!, Cancel));
        Assert.Equal(Role.Administrator, (await New<Staff>().FindAsync(ada.User.Id, Cancel))!.Role);
        Assert.NotNull(bea);
    }

    [Fact]
    public async Task People_are_invited_and_invitations_withdrawn()
    {
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/people");
        await chief.SendAsync("handler=Invite", ("Email", "eve@news.example"), ("Role", "contributor"));
        var link = new Uri(chief.Page.TextOf(".said code")).PathAndQuery;
        Assert.Equal(200, (await Site.GetAsync(link)).Status);

        await chief.SendAsync("handler=Invite", ("Email", "CHIEFEDITOR@news.example"), ("Role", "contributor"));
        Assert.Equal("Somebody with this address has an account already.", chief.Page.TextOf("#field-Email-error"));
        await chief.SendAsync("handler=Withdraw");
        Assert.Equal("The invitation is withdrawn.", chief.Page.TextOf(".said"));
        Assert.Equal(404, (await Site.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Two_administrators_who_demote_each_other_at_once_leave_one()
    {
        var left = (await HireAsync(Role.Administrator)).User.Id;
        for (var round = 0; round < 5; round++)
        {
            long[] both = [left, (await HireAsync(Role.Administrator, $"Bea{round}")).User.Id];
            var isDone = await Task.WhenAll(both.Select(id => Task.Run(() => DemoteAsync(id))));

            Assert.Single(isDone, done => done);
            left = both[Array.IndexOf(isDone, false)];
        }
    }

    private async Task<bool> DemoteAsync(long id)
    {
        var staff = Paper.New<Staff>();
        return await staff.ChangeRoleAsync((await staff.FindAsync(id, Cancel))!, Role.Editor, Cancel);
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static Task SetRoleAsync(Visitor visitor, Colleague whom, string role) => DoAsync(visitor, "Role", whom, ("Role", role));

    private static async Task DoAsync(Visitor visitor, string what, Colleague whom, params IEnumerable<(string Name, string? Value)> fields)
    {
        await visitor.OpenAsync("/newsroom/people");
        await visitor.SendAsync("handler=" + what, fields.Prepend(("id", Number(whom.User.Id))));
    }

    public sealed class OnSqlite() : PeopleTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : PeopleTests(DatabaseEngine.Postgres);
}
