using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Consents;
using NewsSite.Alerts.Mailings;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Alerts;

public abstract class AlertStoryTests(DatabaseEngine engine) : AlertTest(engine)
{
    [Fact]
    public async Task A_search_becomes_an_alert_its_new_job_a_mail_and_one_click_silence()
    {
        var search = await Site.ReadAsync("/jobs?q=welder");
        var action = search.Page.QuerySelector("form.alert-form")!.GetAttribute("action")!;
        Assert.Equal("/alerts/new?q=welder&kind=posting", action);

        var asked = await Site.PostAsync(action, new Dictionary<string, string> { ["Email"] = "Reader@Example.org", ["Frequency"] = "AtOnce" });
        Assert.Contains("Reader@Example.org", asked.TextOf("main"), StringComparison.Ordinal);
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal("Reader@example.org", mail.ToAddress);

        // A scanner opens the link; that changes nothing.
        var confirm = LinkIn(mail, "confirm");
        var shown = await Site.GetAsync(confirm);
        Assert.Equal((200, null), (shown.Status, shown["Set-Cookie"]));
        await Paper.AddAsync(new Job("Welder before"), Cancel);
        await PassAndWriteAsync(TimeSpan.FromHours(1));
        Assert.Empty(await DigestsAsync());

        var confirmed = await Site.PostAsync(confirm, []);
        Assert.Null(confirmed["Set-Cookie"]);
        var consent = await New<NewsDb>().Set<Consent>().SingleAsync(Cancel);
        Assert.NotNull(consent.ConfirmedAt);
        Assert.Contains("We send you what is new", consent.Wording, StringComparison.Ordinal);

        var job = await Paper.AddAsync(new Job("Welder of bridges") { Town = "Brussels" }, Cancel);
        await Paper.AddAsync(new Job("Nurse"), Cancel);
        await PassAndWriteAsync(TimeSpan.FromMinutes(9));
        Assert.Empty(await DigestsAsync());
        await PassAndWriteAsync(TimeSpan.FromMinutes(1));
        var digest = Assert.Single(await DigestsAsync());
        Assert.Equal("Welder of bridges", digest.Subject);
        Assert.Contains($"{Site.PublicUrl}/jobs/{job}/welder-of-bridges", digest.Text, StringComparison.Ordinal);
        Assert.Contains("Welder of bridges", digest.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nurse", digest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Welder before", digest.Text, StringComparison.Ordinal);
        var stop = LinkIn(digest, "stop");
        Assert.Equal(($"<{Site.PublicUrl}{stop}>", "List-Unsubscribe=One-Click"), (HeaderOf(digest, "List-Unsubscribe"), HeaderOf(digest, "List-Unsubscribe-Post")));
        Assert.EndsWith("<alerts.news.example>", HeaderOf(digest, "List-Id"), StringComparison.Ordinal);

        Assert.Equal(200, (await Site.GetAsync(stop)).Status);
        Assert.Equal(SubscriptionState.Active, (await New<NewsDb>().Set<Subscription>().SingleAsync(Cancel)).State);
        // As a mail program does it: from elsewhere, without a cookie.
        var stopped = await Site.PostAsync(stop, new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" }, ("Origin", "https://mail.example"), ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal((200, null, null), (stopped.Status, stopped.Location, stopped["Set-Cookie"]));

        await Paper.AddAsync(new Job("Welder of ships"), Cancel);
        await PassAndWriteAsync(TimeSpan.FromHours(1));
        Assert.Single(await DigestsAsync());
        var mailing = await New<NewsDb>().Set<Mailing>().SingleAsync(Cancel);
        Assert.Equal((1, 1, 0, 1), (mailing.Candidates, mailing.Written, mailing.Excluded, mailing.Unsubscribed));
    }

    [Fact]
    public async Task An_item_is_mailed_once_ever_and_one_that_has_closed_is_not()
    {
        await SubscribeAsync("kind=posting");
        var (first, second) = (await Paper.AddAsync(new Job("First"), Cancel), await Paper.AddAsync(new Job("Second"), Cancel));
        await MatchAsync();
        await CloseAsync(second);
        await PassAndWriteAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("First", Assert.Single(await DigestsAsync()).Subject);

        // Changed, and opened again: still nothing new.
        await TouchAsync(first);
        await PassAndWriteAsync(TimeSpan.FromHours(1));
        Assert.Single(await DigestsAsync());
    }

    [Fact]
    public async Task When_all_that_waited_has_closed_no_mail_is_written()
    {
        await SubscribeAsync("kind=posting");
        var job = await Paper.AddAsync(new Job("Short"), Cancel);
        await MatchAsync();
        await CloseAsync(job);
        await PassAndWriteAsync(TimeSpan.FromHours(1));
        Assert.Empty(await DigestsAsync());
        var mailing = await New<NewsDb>().Set<Mailing>().SingleAsync(Cancel);
        Assert.Equal((1, 0, 1), (mailing.Candidates, mailing.Written, mailing.Excluded));
    }

    [Fact]
    public async Task News_and_jobs_of_one_person_come_in_one_mail_or_in_two()
    {
        var mine = await SubscribeAsync("kind=posting");
        await SubscribeAsync("kind=article");
        await Paper.AddAsync(new Job("Baker"), Cancel);
        await Paper.AddAsync(new Piece("Bakers wanted"), Cancel);
        await PassAndWriteAsync(TimeSpan.FromMinutes(10));
        var digest = Assert.Single(await DigestsAsync());
        Assert.Contains("Baker\n", digest.Text, StringComparison.Ordinal);
        Assert.Contains("Bakers wanted", digest.Text, StringComparison.Ordinal);

        await Site.PostAsync(mine + "?handler=Person", new Dictionary<string, string> { ["Person.Language"] = "fr", ["Person.TimeZone"] = "Europe/Brussels" });
        await Paper.AddAsync(new Job("Cook"), Cancel);
        await Paper.AddAsync(new Piece("Cooks wanted"), Cancel);
        await PassAndWriteAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["en", "fr", "fr"], (await DigestsAsync()).Select(mail => mail.Language));
    }

    [Fact]
    public async Task Somebody_changes_pauses_stops_and_begins_again_by_the_link_alone()
    {
        var mine = await SubscribeAsync("kind=posting&q=cook");
        var id = (await New<NewsDb>().Set<Subscription>().SingleAsync(Cancel)).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Paper.AddAsync(new Job("Cook"), Cancel);
        await MatchAsync();

        var wrong = await Site.PostAsync(mine, Form(id, ("Typed.MostShown", "900"), ("Typed.PausedUntil", "2026-12-01")));
        Assert.Equal(422, wrong.Status);
        Assert.Contains("1 to 50", wrong.TextOf(".form-error"), StringComparison.Ordinal);
        Assert.Equal("900", wrong.Page.QuerySelector("[name='Typed.MostShown']")!.GetAttribute("value"));

        var changed = await Site.PostAsync(mine, Form(id, ("Typed.PausedUntil", "2026-12-01")));
        Assert.Equal((302, true), (changed.Status, changed.Location!.EndsWith("said=Changed", StringComparison.Ordinal)));
        var paused = await Site.ReadAsync(mine);
        Assert.Contains("Paused until 1 December 2026", paused.TextOf("main"), StringComparison.Ordinal);
        Assert.Null(paused["Set-Cookie"]);
        await PassAndWriteAsync(TimeSpan.FromDays(2));
        Assert.Empty(await DigestsAsync());
        Clock.Now = new DateTimeOffset(2026, 12, 1, 7, 0, 0, TimeSpan.Zero);
        await PassAndWriteAsync(TimeSpan.Zero);
        Assert.Single(await DigestsAsync());

        await Site.PostAsync(mine + "?handler=Stop", Form(id));
        await Paper.AddAsync(new Job("Cook while stopped"), Cancel);
        await PassAndWriteAsync(TimeSpan.FromDays(1));
        await Site.PostAsync(mine + "?handler=Resume", Form(id));
        await PassAndWriteAsync(TimeSpan.FromDays(1));
        Assert.Single(await DigestsAsync());
    }

    [Fact]
    public async Task Answers_do_not_tell_whether_an_address_is_known_and_the_fourth_mail_is_not_sent()
    {
        await SubscribeAsync("q=known", "known@example.org");
        var before = (await MailsAsync()).Count;
        var texts = new List<string>();
        for (var time = 0; time < 5; time++)
            texts.Add((await AskAsync($"q=trams{time}", "stranger@example.org")).TextOf("main"));
        texts.Add((await AskAsync("q=trams", "known@example.org")).TextOf("main").Replace("known", "stranger", StringComparison.Ordinal));
        Assert.Single(texts.Distinct());
        Assert.Equal(before + SignUp.MostUnanswered + 1, (await MailsAsync()).Count);

        Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        await AskAsync("q=trams", "stranger@example.org");
        Assert.Equal(before + SignUp.MostUnanswered + 2, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task What_is_no_address_is_said_beside_the_field_and_stays_there()
    {
        var wrong = await AskAsync("kind=posting&q=cook", "no address");
        Assert.Equal(422, wrong.Status);
        Assert.NotEmpty(wrong.TextOf("#alert-email-error"));
        Assert.Equal("no address", wrong.Page.QuerySelector("#alert-email")!.GetAttribute("value"));
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task Pages_of_others_cannot_ask_confirm_or_change()
    {
        (string, string)[] foreign = [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")];
        Assert.Equal(403, (await Site.PostAsync("/alerts/new?q=x", new Dictionary<string, string> { ["Email"] = "a@example.org" }, foreign)).Status);
        var mine = await SubscribeAsync("q=x");
        Assert.Equal(403, (await Site.PostAsync(mine + "?handler=StopAll", [], foreign)).Status);
    }

    [Fact]
    public async Task A_link_that_was_touched_opens_nothing()
    {
        var mine = await SubscribeAsync("q=x");
        var token = mine.Split('/')[^1];
        var other = (token[0] == 'A' ? 'B' : 'A') + token[1..];
        foreach (var path in new[] { $"/alerts/mine/{other}", $"/alerts/stop/{token}", $"/alerts/confirm/{token}", "/alerts/mine/x", "/alerts/mine/%F0%9F%99%82" })
            Assert.Equal(404, (await Site.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Somebody_takes_their_data_along_and_erases_it()
    {
        var mine = await SubscribeAsync("kind=posting");
        await Paper.AddAsync(new Job("Cook"), Cancel);
        await PassAndWriteAsync(TimeSpan.FromMinutes(10));

        var file = await Site.PostAsync(mine + "?handler=Export", []);
        Assert.Equal((200, "application/json"), (file.Status, file.MediaType));
        foreach (var known in new[] { "reader@example.org", "kind=posting", "We send you what is new", "Written" })
            Assert.Contains(known, file.Text, StringComparison.Ordinal);

        Assert.Equal(200, (await Site.PostAsync(mine + "?handler=Erase", new Dictionary<string, string> { ["Person.NeverAgain"] = "true" })).Status);
        Assert.Equal(404, (await Site.GetAsync(mine)).Status);
        Assert.Empty(await New<NewsDb>().Set<Subscriber>().ToListAsync(Cancel));
        Assert.Empty(await New<NewsDb>().Set<Subscription>().ToListAsync(Cancel));
        Assert.DoesNotContain(await MailsAsync(), mail => mail.ToAddress.Length > 0);

        // The hash outlives it: whoever asks now is told the same, and nothing is sent.
        var before = (await MailsAsync()).Count;
        Assert.Equal(200, (await AskAsync("kind=posting")).Status);
        Assert.Equal(before, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task What_nobody_confirms_is_erased_after_seven_days()
    {
        await AskAsync("kind=posting", "stranger@example.org");
        await SubscribeAsync("kind=posting");
        var link = LinkIn((await MailsAsync())[0], "confirm");
        Clock.Advance(TimeSpan.FromDays(7));
        await OnSiteAsync<OwnData>(data => data.EraseUnconfirmedAsync(Cancel));
        Assert.Equal("reader@example.org", (await New<NewsDb>().Set<Subscriber>().SingleAsync(Cancel)).Email);
        Assert.NotNull((await New<NewsDb>().Set<Consent>().SingleAsync(Cancel)).ConfirmedAt);
        Assert.Equal(404, (await Site.PostAsync(link, [])).Status);
        Assert.DoesNotContain(await MailsAsync(), mail => mail.ToAddress.StartsWith("stranger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_alert_does_not_bring_what_was_there_before()
    {
        var mine = await SubscribeAsync("kind=posting&q=cook");
        var id = (await New<NewsDb>().Set<Subscription>().SingleAsync(Cancel)).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Paper.AddAsync([new Job("Cook one"), new Job("Baker one")], Cancel);
        await PassAndWriteAsync(TimeSpan.FromMinutes(10));

        await Site.PostAsync(mine, Form(id, ("Typed.Words", "baker OR cook")));
        Assert.Equal("Jobs: baker OR cook", (await New<NewsDb>().Set<Subscription>().SingleAsync(Cancel)).Name);
        await TouchAsync(1);
        await TouchAsync(2);
        await PassAndWriteAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("Cook one", Assert.Single(await DigestsAsync()).Subject);

        await Paper.AddAsync(new Job("Baker two"), Cancel);
        await PassAndWriteAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["Cook one", "Baker two"], (await DigestsAsync()).Select(mail => mail.Subject));
    }

    private static Dictionary<string, string> Form(string id, params IEnumerable<(string Name, string Value)> fields)
    {
        var form = new Dictionary<string, string> { ["Typed.Subscription"] = id, ["Typed.Frequency"] = "AtOnce", ["Typed.Hour"] = "7", ["Typed.Weekdays"] = "All", ["Typed.MostShown"] = "20" };
        foreach (var (name, value) in fields)
            form[name] = value;
        return form;
    }

    private async Task CloseAsync(long id)
    {
        var scope = Paper.NewScope();
        var db = (NewsDb)scope.GetService(typeof(NewsDb))!;
        ((JobsDesk)scope.GetService(typeof(JobsDesk))!).Close(await db.Set<Posting>().SingleAsync(posting => posting.Id == id, Cancel));
        await db.SaveAsync(Cancel);
    }

    private async Task TouchAsync(long id)
    {
        var db = New<NewsDb>();
        db.Note(await db.Set<Posting>().SingleAsync(posting => posting.Id == id, Cancel));
        await db.SaveAsync(Cancel);
    }

    public sealed class OnSqlite() : AlertStoryTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : AlertStoryTests(DatabaseEngine.Postgres);
}
