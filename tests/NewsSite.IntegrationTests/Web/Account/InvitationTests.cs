using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Web.Account;

public abstract class InvitationTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task An_invitation_leads_by_name_password_and_app_into_the_newsroom()
    {
        var visitor = new Visitor(Site);
        var link = await InviteAsync(Role.ChiefEditor);
        Assert.Equal(200, (await visitor.OpenAsync(link)).Status);
        Assert.Contains("Chief editor", visitor.Page.Text, StringComparison.Ordinal);
        Assert.Contains("an@news.example", visitor.Page.Text, StringComparison.Ordinal);

        await visitor.SendAsync("", ("Name", "An Peeters"), ("Password", Password));
        Assert.Equal("Second factor", visitor.Page.Title);
        // Nothing else opens yet.
        Assert.Equal("/account/two-factor?returnUrl=%2Fnewsroom%2Fpeople", (await visitor.AskAsync(HttpMethod.Get, "/newsroom/people")).Location);

        Assert.StartsWith("data:image/png;base64,", visitor.Page.Page.QuerySelector("img.qr")!.GetAttribute("src"), StringComparison.Ordinal);
        var key = visitor.Page.TextOf(".key code").Replace(" ", "", StringComparison.Ordinal);
        await visitor.SendAsync("", ("Code", "000000"));
        Assert.Equal(key, visitor.Page.TextOf(".key code").Replace(" ", "", StringComparison.Ordinal));

        await visitor.SendAsync("", ("Code", Totp.Code(FromBase32(key), Clock.Now)));
        Assert.Equal("Your recovery codes", visitor.Page.Title);
        Assert.Equal(10, visitor.Page.Page.QuerySelectorAll(".recovery-codes code").Length);
        Assert.Equal(200, (await visitor.OpenAsync("/newsroom/people")).Status);
        Assert.Equal(["NewsSite: invite an@news.example", "An Peeters: accept invitation An Peeters", "An Peeters: set up second factor An Peeters", "An Peeters: sign in An Peeters"], await TrailAsync());
    }

    [Fact]
    public async Task The_link_is_mailed_in_the_language_of_the_invitation()
    {
        var link = await Paper.New<Invitations>().InviteAsync("an@news.example", Role.Editor, Language.Dutch, Cancel);

        var mail = await New<NewsDb>().Set<QueuedMail>().SingleAsync(Cancel);
        Assert.Equal(("an@news.example", "Uw uitnodiging voor The Zenne Post", "nl"), (mail.ToAddress, mail.Subject, mail.Language));
        Assert.Contains(link, mail.Text, StringComparison.Ordinal);
        Assert.Contains(link, mail.Html, StringComparison.Ordinal);
        Assert.Contains("/nl/account/invitation/", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_an_invitation_does_not_use_it_up_and_accepting_does()
    {
        var link = await InviteAsync(Role.Editor);
        for (var times = 0; times < 3; times++)
            Assert.Equal(200, (await Site.GetAsync(link)).Status);
        var first = new Visitor(Site);
        await first.OpenAsync(link);
        await first.SendAsync("", ("Name", "An"), ("Password", Password));

        var second = new Visitor(Site);
        Assert.Equal((404, "This link does not work"), ((await second.OpenAsync(link)).Status, second.Page.Title));
        Assert.Equal(1, await New<NewsDb>().Set<User>().CountAsync(Cancel));
    }

    [Fact]
    public async Task Two_who_accept_at_once_make_one_account()
    {
        var link = await InviteAsync(Role.Editor);
        var visitors = Enumerable.Range(0, 4).Select(_ => new Visitor(Site)).ToList();
        foreach (var visitor in visitors)
            await visitor.OpenAsync(link);

        await Task.WhenAll(visitors.Select(visitor => visitor.SendAsync("", ("Name", "An"), ("Password", Password))));

        Assert.Single(visitors, visitor => visitor.Page.Title == "Second factor");
        Assert.Equal(1, await New<NewsDb>().Set<User>().CountAsync(Cancel));
    }

    [Fact]
    public async Task It_ends_after_a_day_or_with_the_next_one()
    {
        var first = await InviteAsync(Role.Editor);
        var second = await InviteAsync(Role.Editor);
        Assert.Equal(404, (await Site.GetAsync(first)).Status);

        Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await Site.GetAsync(second)).Status);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(404, (await Site.GetAsync(second)).Status);
    }

    [Fact]
    public async Task A_link_that_never_was_does_not_work()
    {
        Assert.Equal(404, (await Site.GetAsync("/account/invitation/" + new string('A', 43))).Status);
        Assert.Equal(404, (await Site.GetAsync("/account/invitation/x")).Status);
    }

    [Theory]
    [InlineData("short", "At least 12 characters")]
    [InlineData("Password123456!", "guessed too easily")]
    [InlineData("an.peeters2026!", "guessed too easily")]
    [InlineData("zennepost-zennepost", "guessed too easily")]
    public async Task A_weak_password_is_refused_beside_its_field_and_nothing_else_is_lost(string password, string expected)
    {
        var visitor = new Visitor(Site);
        await visitor.OpenAsync(await InviteAsync(Role.Editor));

        await visitor.SendAsync("", ("Name", "An Peeters"), ("Password", password));

        Assert.Contains(expected, visitor.Page.TextOf("#field-Password-error"), StringComparison.Ordinal);
        Assert.Equal("An Peeters", visitor.Page.Page.QuerySelector("#field-Name")!.GetAttribute("value"));
        Assert.Equal("", visitor.Page.Page.QuerySelector("#field-Password")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task On_an_empty_system_the_first_administrator_gets_a_link_until_there_is_somebody()
    {
        var links = new[] { (await Paper.New<Invitations>().ForFirstAdministratorAsync(Cancel))!, (await Paper.New<Invitations>().ForFirstAdministratorAsync(Cancel))! };
        var visitor = new Visitor(Site);
        await visitor.OpenAsync(Local(links[0]));

        await visitor.SendAsync("", ("Name", "Ada"), ("Email", "no address"), ("Password", Password));
        Assert.Equal("This is not an e-mail address.", visitor.Page.TextOf("#field-Email-error"));
        await visitor.SendAsync("", ("Email", "ada@news.example"), ("Password", Password));

        var first = await New<NewsDb>().Set<User>().SingleAsync(Cancel);
        Assert.Equal(("ada@news.example", Role.Administrator), (first.Email, first.Role));
        Assert.Equal(404, (await Site.GetAsync(Local(links[1]))).Status);
        Assert.Null(await Paper.New<Invitations>().ForFirstAdministratorAsync(Cancel));
    }

    private async Task<string> InviteAsync(Role role) => Local(await Paper.New<Invitations>().InviteAsync("an@news.example", role, Language.English, Cancel));

    private static string Local(string link) => new Uri(link).PathAndQuery;

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }

    public sealed class OnSqlite() : InvitationTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : InvitationTests(DatabaseEngine.Postgres);
}
