using NewsSite.Accounts.Roles;
using NewsSite.Accounts.SignIn;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Account;

public abstract class OwnAccountTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task Sessions_are_listed_and_an_ended_one_is_out_with_its_next_request()
    {
        var ada = await HireAsync(Role.Editor);
        var here = await SignedInAsync(ada);
        var phone = await SignedInAsync(ada);
        var library = await SignedInAsync(ada);
        await here.OpenAsync("/fr/account/sessions");
        Assert.Equal(3, here.Page.Page.QuerySelectorAll(".row").Length);
        Assert.Contains("Firefox sur Linux", here.Page.Text, StringComparison.Ordinal);

        await here.SendAsync("handler=End");
        Assert.Equal(2, here.Page.Page.QuerySelectorAll(".row").Length);
        Assert.Equal(1, await CountOpenAsync(phone, library));
        await here.SendAsync("handler=EndOthers");
        Assert.Equal(0, await CountOpenAsync(phone, library));
        Assert.Equal(("fr", 200), (here.Page.Language, (await here.OpenAsync("/account")).Status));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var ada = await SignedInAsync(Role.Administrator);
        var other = await HireAsync(Role.Editor);
        var theirs = await SignedInAsync(other);
        await SignedInAsync(other);
        var id = (await New<Sessions>().OfAsync(other.User.Id, Cancel))[0].Id;
        // Two of one's own, so that the page offers the form.
        var mine = await HireAsync(Role.JobsDesk);
        var first = await SignedInAsync(mine);
        await SignedInAsync(mine);
        await first.OpenAsync("/account/sessions");
        await first.SendAsync("handler=End", ("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(2, await CountOpenAsync(theirs, ada));
        Assert.Equal(2, (await New<Sessions>().OfAsync(other.User.Id, Cancel)).Count);
    }

    [Fact]
    public async Task A_session_ends_after_a_day_without_a_request_and_after_two_weeks_in_any_case()
    {
        var ada = await HireAsync(Role.Editor);
        var idle = await SignedInAsync(ada);
        var busy = await SignedInAsync(ada);
        for (var hours = 0; hours < 14 * 24 - 12; hours += 12)
        {
            Assert.Equal(200, (await busy.OpenAsync("/account")).Status);
            Clock.Advance(TimeSpan.FromHours(12));
        }
        Assert.Equal(302, (await idle.AskAsync(HttpMethod.Get, "/account")).Status);
        Assert.Equal(200, (await busy.OpenAsync("/account")).Status);
        Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(302, (await busy.AskAsync(HttpMethod.Get, "/account")).Status);
    }

    [Fact]
    public async Task Changing_the_password_asks_for_the_old_one_and_signs_out_everywhere_else()
    {
        var ada = await HireAsync(Role.Editor);
        var here = await SignedInAsync(ada);
        var elsewhere = await SignedInAsync(ada);
        await here.OpenAsync("/account/password");

        await here.SendAsync("", ("Password", "wrong"), ("NewPassword", "a barge that sings at noon"));
        Assert.Equal("This is not your password.", here.Page.TextOf("#field-Password-error"));
        await here.SendAsync("", ("Password", Password), ("NewPassword", "too short"));
        Assert.NotEqual("", here.Page.TextOf("#field-NewPassword-error"));
        Assert.Equal(1, await CountOpenAsync(elsewhere));
        await here.SendAsync("", ("Password", Password), ("NewPassword", "a barge that sings at noon"));

        Assert.Equal(("/account?said=PasswordChanged", 200), (here.Path, here.Page.Status));
        Assert.Equal(0, await CountOpenAsync(elsewhere));
        Assert.Null(await New<SignInDesk>().WithPasswordAsync(ada.User.Email!, Password, new Origin("", ""), Cancel));
        Assert.NotNull(await New<SignInDesk>().WithPasswordAsync(ada.User.Email!, "a barge that sings at noon", new Origin("", ""), Cancel));
    }

    [Fact]
    public async Task New_recovery_codes_take_the_place_of_the_old_ones()
    {
        var ada = await HireAsync(Role.Editor);
        var here = await SignedInAsync(ada);
        await here.OpenAsync("/account/recovery-codes");
        await here.SendAsync("", ("Password", "wrong"));
        Assert.Empty(here.Page.Page.QuerySelectorAll(".recovery-codes code"));
        await here.SendAsync("", ("Password", Password));
        var code = here.Page.Page.QuerySelector(".recovery-codes code")!.TextContent;

        Assert.Equal(CodeKind.Wrong, await New<SecondFactor>().CheckAsync(ada.User, ada.RecoveryCodes[0], Cancel));
        Assert.Equal(CodeKind.RecoveryCode, await New<SecondFactor>().CheckAsync(ada.User, code, Cancel));
    }

    [Fact]
    public async Task Another_app_takes_the_place_of_the_first_for_who_knows_the_password()
    {
        var ada = await HireAsync(Role.Editor);
        var here = await SignedInAsync(ada);
        await here.OpenAsync("/account/two-factor");
        await here.SendAsync("", ("Password", "wrong"), ("Code", "000000"));
        Assert.Equal("This is not your password.", here.Page.TextOf("#field-Password-error"));
        await here.SendAsync("", ("Password", Password), ("Code", CodeOf(ada)));
        Assert.NotEqual("", here.Page.TextOf("#field-Code-error"));
        await here.SendAsync("", ("Key", "forged"), ("Password", Password), ("Code", CodeOf(ada)));

        Assert.Equal("This page was open for too long. Please scan the new code.", here.Page.TextOf(".notice"));
        Assert.Equal(CodeKind.Code, await New<SecondFactor>().CheckAsync(ada.User, CodeOf(ada), Cancel));
    }

    [Fact]
    public async Task Pages_of_people_who_sign_in_are_kept_nowhere_and_not_compressed()
    {
        var ada = await SignedInAsync(Role.Administrator);
        foreach (var path in new[] { "/account", "/account/two-factor", "/account/sign-out", "/newsroom/people", "/newsroom/audit", "/newsroom/audit?handler=Csv" })
        {
            var answer = await ada.AskAsync(HttpMethod.Get, path, ("Accept-Encoding", "br, gzip"));
            Assert.Equal((200, null), (answer.Status, answer["Content-Encoding"]));
            Assert.Contains("no-store", answer["Cache-Control"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Readers_pages_know_nobody_and_set_no_cookie()
    {
        var ada = await SignedInAsync(Role.Administrator);
        foreach (var path in new[] { "/", "/jobs", "/search?q=x", "/nothing" })
        {
            var answer = await ada.AskAsync(HttpMethod.Get, path);
            Assert.Null(answer["Set-Cookie"]);
            Assert.DoesNotContain("Sign out", answer.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<int> CountOpenAsync(params Visitor[] visitors)
    {
        var open = 0;
        foreach (var visitor in visitors)
            open += (await visitor.AskAsync(HttpMethod.Get, "/account")).Status == 200 ? 1 : 0;
        return open;
    }

    public sealed class OnSqlite() : OwnAccountTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : OwnAccountTests(DatabaseEngine.Postgres);
}
