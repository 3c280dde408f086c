using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.SignIn;
using NewsSite.Platform.Database;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Web.Account;

public abstract class SignInTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task Password_and_code_lead_to_the_page_that_one_wanted()
    {
        var ada = await HireAsync(Role.Administrator);
        var visitor = new Visitor(Site);
        await visitor.OpenAsync("/newsroom/people?x=1");
        Assert.Equal("Sign in", visitor.Page.Title);

        await visitor.SendAsync("", ("Email", " " + ada.User.Email!.ToUpperInvariant()), ("Password", Password));
        Assert.Equal("Your code", visitor.Page.Title);
        await visitor.SendAsync("", ("Code", CodeOf(ada)));

        Assert.Equal(("/newsroom/people?x=1", 200), (visitor.Path, visitor.Page.Status));
        Assert.Equal("Administrator: sign in Administrator", (await TrailAsync())[^1]);
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_over_https_and_no_script_and_another_after_each_step()
    {
        var ada = await HireAsync(Role.Administrator);
        var visitor = new Visitor(Site);
        await visitor.OpenAsync("/account/sign-in");
        var half = await HalfWayAsync(ada);
        var before = half.Cookies[SessionCookie];
        await half.OpenAsync("/account/code");
        await half.SendAsync("", ("Code", CodeOf(ada)));

        Assert.NotEqual(before, half.Cookies[SessionCookie]);
        Assert.Null(await Paper.New<Sessions>().FindAsync(before, Cancel));
        var set = (await visitor.AskAsync(HttpMethod.Get, "/account/sign-in"))["Set-Cookie"] ?? "";
        Assert.DoesNotContain("session", set, StringComparison.Ordinal);
        Assert.StartsWith("__Host-antiforgery=", visitor.Cookies.Select(cookie => cookie.Key + "=").First(), StringComparison.Ordinal);
        var cookie = (await SetCookieOfSignInAsync(ada)).ToLowerInvariant();
        foreach (var part in new[] { "__host-session=", "path=/", "secure", "httponly", "samesite=lax" })
            Assert.Contains(part, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_address_and_a_locked_account_get_the_same_answer()
    {
        var ada = await HireAsync(Role.Administrator);
        var answers = new List<string>();
        foreach (var (email, tries) in new[] { (ada.User.Email!, Attempts.Allowed + 1), ("nobody@news.example", 1), ("no address", 1), ("", 1) })
        {
            var visitor = new Visitor(Site);
            for (var count = 0; count < tries; count++)
            {
                await visitor.OpenAsync("/account/sign-in");
                await visitor.SendAsync("", ("Email", email), ("Password", "wrong"));
                answers.Add($"{visitor.Page.Status} {visitor.Page.TextOf(".notice")}");
            }
        }

        Assert.Single(answers.Distinct());
        Assert.StartsWith("200 This address and this password", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_wrong_tries_lock_the_account_for_a_while_even_for_the_right_password()
    {
        var ada = await HireAsync(Role.Administrator);
        var visitor = new Visitor(Site);
        await visitor.OpenAsync("/account/sign-in");
        for (var tries = 0; tries < Attempts.Allowed; tries++)
            await visitor.SendAsync("", ("Email", ada.User.Email), ("Password", "wrong"));

        await visitor.SendAsync("", ("Email", ada.User.Email), ("Password", Password));
        Assert.Equal("Sign in", visitor.Page.Title);
        Assert.Equal(": lock Administrator", (await TrailAsync())[^1]);

        Clock.Advance(Attempts.Lock);
        await visitor.SendAsync("", ("Email", ada.User.Email), ("Password", Password));
        Assert.Equal("Your code", visitor.Page.Title);
    }

    [Fact]
    public async Task Tries_at_once_are_all_counted()
    {
        var ada = await HireAsync(Role.Administrator);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Paper.New<SignInDesk>().WithPasswordAsync(ada.User.Email!, "wrong", new Origin("", ""), Cancel)));

        Assert.Null(await Paper.New<SignInDesk>().WithPasswordAsync(ada.User.Email!, Password, new Origin("", ""), Cancel));
    }

    [Fact]
    public async Task Wrong_codes_count_too_and_the_right_password_in_between_forgives_none()
    {
        var ada = await HireAsync(Role.Administrator);
        var visitor = new Visitor(Site);
        for (var tries = 0; tries < Attempts.Allowed; tries++)
        {
            visitor.Forget();
            await visitor.OpenAsync("/account/sign-in");
            await visitor.SendAsync("", ("Email", ada.User.Email), ("Password", Password));
            Assert.Equal("Your code", visitor.Page.Title);
            await visitor.SendAsync("", ("Code", "000000"));
            Assert.NotEqual("", visitor.Page.TextOf("#field-Code-error"));
        }

        await visitor.SendAsync("", ("Code", CodeOf(ada)));
        Assert.Equal("Your code", visitor.Page.Title);
    }

    [Fact]
    public async Task A_code_works_once_and_so_does_a_recovery_code()
    {
        var ada = await HireAsync(Role.Administrator);
        var code = CodeOf(ada);
        foreach (var (given, expected) in new[] { (code, true), (code, false), (ada.RecoveryCodes[3].ToUpperInvariant().Replace('-', ' '), true), (ada.RecoveryCodes[3], false), (ada.RecoveryCodes[4], true) })
        {
            var visitor = await HalfWayAsync(ada);
            await visitor.OpenAsync("/account/code");
            await visitor.SendAsync("", ("Code", given));
            Assert.Equal(expected, visitor.Page.Title != "Your code");
        }
    }

    [Fact]
    public async Task The_password_alone_replaces_no_second_factor()
    {
        var ada = await HireAsync(Role.Administrator);
        var visitor = await HalfWayAsync(ada);

        await visitor.OpenAsync("/account/two-factor");
        Assert.Equal("Your code", visitor.Page.Title);
        foreach (var path in new[] { "/account", "/account/recovery-codes", "/account/password", "/account/passkeys", "/account/sessions", "/newsroom/people", "/newsroom/audit" })
            Assert.StartsWith("/account/code?", (await visitor.AskAsync(HttpMethod.Get, path)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_never_leads_elsewhere(string wanted)
    {
        var ada = await HireAsync(Role.Administrator);
        var visitor = new Visitor(Site);
        await visitor.OpenAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(wanted));
        await visitor.SendAsync("", ("Email", ada.User.Email), ("Password", Password));
        await visitor.SendAsync("", ("Code", CodeOf(ada)));

        Assert.Equal("/newsroom/articles", visitor.Path);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        var ada = await SignedInAsync(Role.Administrator);
        await ada.OpenAsync("/account");
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)ada.Page.Page.QuerySelector("form[action='/account/sign-out']")!;

        Assert.Equal(400, (await ada.SendAsync(form, ("__RequestVerificationToken", null))).Status);
        Assert.Equal(400, (await ada.SendAsync(form, ("__RequestVerificationToken", "forged"))).Status);
        Assert.Equal(200, (await ada.OpenAsync("/account")).Status);
        var stranger = new Visitor(Site);
        await stranger.OpenAsync("/account/sign-in");
        Assert.Equal(400, (await stranger.SendAsync("", ("__RequestVerificationToken", null), ("Email", "a@b.example"))).Status);
    }

    [Fact]
    public async Task Who_signs_out_is_out()
    {
        var ada = await SignedInAsync(Role.Administrator);
        var cookie = ada.Cookies[SessionCookie];
        await ada.OpenAsync("/account/sign-out");
        await ada.SendAsync("");
        Assert.Equal(("Sign in", "You are signed out."), (ada.Page.Title, ada.Page.TextOf(".said")));
        Assert.False(ada.Cookies.ContainsKey(SessionCookie));

        ada.Keep(SessionCookie, cookie);
        Assert.Equal(302, (await ada.AskAsync(HttpMethod.Get, "/account")).Status);
    }

    [Fact]
    public async Task Scripts_are_told_instead_of_shown_the_door()
    {
        var json = ("Accept", "application/json");
        var stranger = await Site.GetAsync("/newsroom/people", json);
        Assert.Equal((401, "application/problem+json"), (stranger.Status, stranger.MediaType));
        Assert.Equal(401, (await Site.GetAsync("/newsroom/people", ("Sec-Fetch-Mode", "cors"))).Status);
        Assert.Equal(302, (await Site.GetAsync("/newsroom/people", ("Sec-Fetch-Mode", "navigate"))).Status);
        var contributor = await SignedInAsync(Role.Contributor);
        Assert.Equal(403, (await contributor.AskAsync(HttpMethod.Get, "/newsroom/people", json)).Status);
        Assert.Equal("This is not yours to open", (await contributor.OpenAsync("/newsroom/people")).Title);
    }

    [Fact]
    public async Task Somebody_who_asks_for_a_new_password_gets_a_link_and_the_answer_does_not_tell()
    {
        var ada = await HireAsync(Role.Administrator);
        var signedIn = await SignedInAsync(ada);
        var answers = new List<string>();
        foreach (var email in new[] { ada.User.Email!, "nobody@news.example" })
        {
            var visitor = new Visitor(Site);
            await visitor.OpenAsync("/nl/account/forgotten");
            await visitor.SendAsync("", ("Email", email));
            answers.Add($"{visitor.Page.Status} {visitor.Page.TextOf("main")}");
        }
        Assert.Single(answers.Distinct());
        var mail = await New<NewsDb>().Set<QueuedMail>().OrderBy(row => row.Id).LastAsync(Cancel);
        Assert.Equal(ada.User.Email!.ToUpperInvariant(), mail.ToAddress.ToUpperInvariant());
        var link = LinkIn(mail);

        var reader = new Visitor(Site);
        await reader.OpenAsync(link);
        await reader.OpenAsync(link);
        await reader.SendAsync("", ("Password", "password1234"));
        Assert.NotEqual("", reader.Page.TextOf("#field-Password-error"));
        await reader.SendAsync("", ("Password", "a barge that sings at noon"));
        Assert.Equal(("Sign in", "The password is changed."), (reader.Page.Title, reader.Page.TextOf(".said")));

        Assert.Equal(302, (await signedIn.AskAsync(HttpMethod.Get, "/account")).Status);
        Assert.Equal(404, (await Site.GetAsync(link)).Status);
        await reader.SendAsync("", ("Email", ada.User.Email), ("Password", "a barge that sings at noon"));
        Assert.Equal("Your code", reader.Page.Title);
    }

    [Fact]
    public async Task A_link_to_a_new_password_ends_after_an_hour()
    {
        var ada = await HireAsync(Role.Administrator);
        await Paper.New<Passwords>().ForgottenAsync(ada.User.Email!, Cancel);
        var mail = await New<NewsDb>().Set<QueuedMail>().OrderBy(row => row.Id).LastAsync(Cancel);
        var link = LinkIn(mail);
        Assert.Equal(200, (await Site.GetAsync(link)).Status);

        Clock.Advance(PasswordReset.Lifetime);
        Assert.Equal(404, (await Site.GetAsync(link)).Status);
    }

    private static string LinkIn(QueuedMail mail) => new Uri(mail.Text.Split('\n').Single(line => line.Contains("/account/new-password/", StringComparison.Ordinal)).Trim()).PathAndQuery;

    private async Task<string> SetCookieOfSignInAsync(Colleague colleague)
    {
        var visitor = new Visitor(Site);
        await visitor.OpenAsync("/account/sign-in");
        var token = visitor.Page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await Site.PostAsync("/account/sign-in", new Dictionary<string, string>
        {
            ["Email"] = colleague.User.Email!,
            ["Password"] = Password,
            ["__RequestVerificationToken"] = token,
        }, ("Cookie", string.Join("; ", visitor.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))));
        return answer["Set-Cookie"]!;
    }

    public sealed class OnSqlite() : SignInTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SignInTests(DatabaseEngine.Postgres);
}
