using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Editions;
using NewsSite.Alerts.Mailings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web.Alerts;

/// <summary>The morning briefing, the week and breaking news.</summary>
public abstract class LetterTests(DatabaseEngine engine) : AlertTest(engine)
{
    [Fact]
    public async Task The_briefing_comes_each_morning_with_what_was_in_none_before()
    {
        await AskLetterAsync("Morning");
        await Paper.AddAsync([new Piece("Old bridge"), new Piece("New bridge")], Cancel);
        await MorningAsync(19);
        var first = Assert.Single(await DigestsAsync());
        Assert.Equal("Morning briefing: New bridge", first.Subject);
        Assert.Contains("Old bridge", first.Text, StringComparison.Ordinal);
        Assert.EndsWith("<morning.news.example>", HeaderOf(first, "List-Id"), StringComparison.Ordinal);

        // Nothing new: no mail. Another hour on the same day: not again.
        await MorningAsync(20);
        Assert.Single(await DigestsAsync());
        await Paper.AddAsync(new Piece("Third bridge"), Cancel);
        await MorningAsync(21);
        Assert.Equal(["Morning briefing: New bridge", "Morning briefing: Third bridge"], (await DigestsAsync()).Select(mail => mail.Subject));
        Assert.DoesNotContain("Old bridge", (await DigestsAsync())[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editors_greet_choose_order_and_sell_a_place_in_it()
    {
        await AskLetterAsync("Morning");
        var ids = await Paper.AddAsync([new Piece("One"), new Piece("Two"), new Piece("Three")], Cancel);
        Clock.Now = new DateTimeOffset(2026, 11, 19, 3, 0, 0, TimeSpan.Zero);
        await OnSiteAsync<EditionDesk>(async desk =>
        {
            var day = await desk.NextDayAsync(MailingKind.Morning, Language.English, Cancel);
            var wished = new Arrangement { Greeting = "Good morning.", SponsorText = "Bread <b>fresh</b>", SponsorAddress = "https://bakery.example/", Chosen = [ids[0], ids[2]] };
            Assert.True(await desk.ArrangeAsync(MailingKind.Morning, Language.English, day, wished, "An", Cancel));
            Assert.False(await desk.ArrangeAsync(MailingKind.Morning, Language.English, day, wished, "Bo", Cancel));
        });
        await MorningAsync(19);
        var mail = Assert.Single(await DigestsAsync());
        Assert.Equal("Morning briefing: One", mail.Subject);
        Assert.StartsWith("Good morning.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Three", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Two", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Bread &lt;b&gt;fresh", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Breaking_news_needs_two_editors_and_reaches_those_who_do_not_pause()
    {
        await AskLetterAsync("Breaking");
        await AskLetterAsync("Breaking", "lecteur@example.org", "/fr");
        var article = await Paper.AddAsync(new Piece("Dam holds"), Cancel);
        await Site.FollowAsync();
        await OnSiteAsync<BreakingDesk>(async desk =>
        {
            Assert.Equal(BreakingOutcome.Done, await desk.MarkAsync(article, Language.English, "Dam holds", new Newsman(1, "An"), Cancel));
            Assert.Equal(BreakingOutcome.SamePerson, await desk.ConfirmAsync(article, new Newsman(1, "An"), Cancel));
        });
        await OnSiteAsync<DueLetters>(due => due.WriteAsync(Cancel));
        Assert.Empty(await DigestsAsync());

        await OnSiteAsync<BreakingDesk>(async desk => Assert.Equal(BreakingOutcome.Done, await desk.ConfirmAsync(article, new Newsman(2, "Bo"), Cancel)));
        await OnSiteAsync<DueLetters>(due => due.WriteAsync(Cancel));
        await OnSiteAsync<DueLetters>(due => due.WriteAsync(Cancel));
        var mail = Assert.Single(await DigestsAsync());
        Assert.Equal(("reader@example.org", "Breaking news: Dam holds"), (mail.ToAddress, mail.Subject));
        var mailing = await New<NewsDb>().Set<Mailing>().SingleAsync(Cancel);
        Assert.Equal((MailingKind.Breaking, article, 1, 1), (mailing.Kind, mailing.ThingId, mailing.Candidates, mailing.Written));
    }

    [Fact]
    public async Task The_page_of_letters_leads_to_one()
    {
        Assert.Equal(3, (await Site.ReadAsync("/nl/alerts")).Page.QuerySelectorAll("[name=Letter]").Length);
        var wrong = await Site.PostAsync("/alerts/new", new Dictionary<string, string> { ["Letter"] = "Weekly", ["Email"] = "none" });
        Assert.Equal((422, "Weekly"), (wrong.Status, wrong.Page.QuerySelector("[name=Letter]")!.GetAttribute("value")));
    }

    private async Task AskLetterAsync(string letter, string email = "reader@example.org", string language = "")
    {
        await Site.PostAsync(language + "/alerts/new", new Dictionary<string, string> { ["Letter"] = letter, ["Email"] = email });
        Assert.Equal(200, (await Site.PostAsync(LinkIn((await MailsAsync())[^1], "confirm"), [])).Status);
    }

    /// <summary>The briefing is made at five, and mailed at seven.</summary>
    private async Task MorningAsync(int day)
    {
        Clock.Now = new DateTimeOffset(2026, 11, day, 4, 0, 0, TimeSpan.Zero);
        await OnSiteAsync<EditionDesk>(desk => desk.MakeAsync(MailingKind.Morning, Cancel));
        Clock.Now = new DateTimeOffset(2026, 11, day, 6, 0, 1, TimeSpan.Zero);
        await OnSiteAsync<DueLetters>(due => due.WriteAsync(Cancel));
    }

    public sealed class OnSqlite() : LetterTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : LetterTests(DatabaseEngine.Postgres);
}
