using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Digests;
using NewsSite.Alerts.Mailings;
using NewsSite.Alerts.SavedSearches;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Alerts;

/// <summary>Whatever is cut off in the middle of a write has not happened, and happens once afterwards.</summary>
public abstract class CutOffTests(DatabaseEngine engine) : AlertTest(engine)
{
    [Fact]
    public async Task A_matching_that_is_cut_off_at_its_last_step_is_done_again_once()
    {
        await SubscribeAsync("kind=posting");
        await MatchAsync();
        await Paper.AddAsync([new Job("Baker"), new Job("Cook")], Cancel);

        await BreakAsync(
            "CREATE TRIGGER broken BEFORE UPDATE ON alert_place BEGIN SELECT RAISE(ABORT, 'cut off'); END",
            "ALTER TABLE alert_place ADD CONSTRAINT broken CHECK (change_id < 0) NOT VALID");
        await Assert.ThrowsAnyAsync<DbUpdateException>(MatchAsync);
        Assert.Empty(await New<NewsDb>().Set<Match>().ToListAsync(Cancel));
        await MendAsync("ALTER TABLE alert_place DROP CONSTRAINT broken");

        await MatchAsync();
        await MatchAsync();
        Assert.Equal(2, await New<NewsDb>().Set<Match>().CountAsync(Cancel));
    }

    [Fact]
    public async Task Digests_that_are_cut_off_behind_the_outbox_are_written_again_once_each()
    {
        foreach (var name in new[] { "a", "b", "c" })
            await SubscribeAsync("kind=posting", name + "@example.org");
        await Paper.AddAsync(new Job("Baker"), Cancel);
        await MatchAsync();
        Clock.Advance(TimeSpan.FromMinutes(10));

        await BreakAsync(
            "CREATE TRIGGER broken BEFORE UPDATE ON subscription_matches BEGIN SELECT RAISE(ABORT, 'cut off'); END",
            "ALTER TABLE subscription_matches ADD CONSTRAINT broken CHECK (outcome <> 'Mailed') NOT VALID");
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => OnSiteAsync<DueDigests>(due => due.WriteAsync(Cancel)));
        Assert.Empty(await DigestsAsync());
        Assert.Empty(await New<NewsDb>().Set<MailingEntry>().ToListAsync(Cancel));
        await MendAsync("ALTER TABLE subscription_matches DROP CONSTRAINT broken");

        // Two nodes at once, and once more.
        await using var other = Paper.Again();
        await Task.WhenAll(OnSiteAsync<DueDigests>(due => due.WriteAsync(Cancel)), other.New<DueDigests>().WriteAsync(Cancel));
        await OnSiteAsync<DueDigests>(due => due.WriteAsync(Cancel));
        Assert.Equal(["a@example.org", "b@example.org", "c@example.org"], (await DigestsAsync()).Select(mail => mail.ToAddress).Order(StringComparer.Ordinal));
        var mailing = await New<NewsDb>().Set<Mailing>().SingleAsync(Cancel);
        Assert.Equal((3, 3, 0), (mailing.Candidates, mailing.Written, mailing.Excluded));
    }

    private Task BreakAsync(string onSqlite, string onPostgres) => RunAsync(Engine == DatabaseEngine.Sqlite ? onSqlite : onPostgres);

    private Task MendAsync(string onPostgres) => RunAsync(Engine == DatabaseEngine.Sqlite ? "DROP TRIGGER broken" : onPostgres);

    private async Task RunAsync(string sql) => await New<NewsDb>().Database.ExecuteSqlRawAsync(sql, Cancel);

    public sealed class OnSqlite() : CutOffTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : CutOffTests(DatabaseEngine.Postgres);
}
