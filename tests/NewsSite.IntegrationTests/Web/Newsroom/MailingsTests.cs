using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts.Roles;
using NewsSite.Alerts.Digests;
using NewsSite.Alerts.SavedSearches;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Web.Newsroom;

/// <summary>What was mailed to subscribers, as the newsroom sees it.</summary>
public abstract class MailingsTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task The_newsroom_looks_at_a_digest_sends_it_to_itself_and_sees_the_books_of_the_day()
    {
        await OnSiteAsync<NewThings>(things => things.MatchAsync(Cancel));
        await Site.PostAsync("/alerts/new?kind=posting", new Dictionary<string, string> { ["Email"] = "reader@example.org", ["Frequency"] = "AtOnce" });
        var confirm = (await MailsAsync())[^1].Text.Split('\n', StringSplitOptions.TrimEntries).Single(line => line.Contains("/alerts/confirm/", StringComparison.Ordinal));
        await Site.PostAsync(new Uri(confirm).PathAndQuery, []);
        await Paper.AddAsync(new Job("Baker of rye"), Cancel);
        await OnSiteAsync<NewThings>(things => things.MatchAsync(Cancel));
        var editor = await SignedInAsync(Role.Editor);

        await editor.OpenAsync("/newsroom/mailings");
        var seen = await editor.SendAsync("handler=Look", ("Email", "Reader@example.org"));
        Assert.Contains("Baker of rye", seen.Text, StringComparison.Ordinal);
        Assert.Contains("sandbox", seen["Content-Security-Policy"], StringComparison.Ordinal);
        var stop = seen.Links("body").Single(link => link.Contains("/alerts/stop/", StringComparison.Ordinal));
        Assert.Equal(404, (await Site.GetAsync(new Uri(stop).PathAndQuery)).Status);
        Assert.True(await New<NewsDb>().Set<AuditEntry>().AnyAsync(entry => entry.Verb == "look at digest", Cancel));

        await editor.OpenAsync("/newsroom/mailings");
        Assert.Equal(422, (await editor.SendAsync("handler=Look", ("Email", "nobody@example.org"))).Status);
        await editor.OpenAsync("/newsroom/mailings");
        await editor.PressAsync("/newsroom/mailings?handler=Send", ("Email", "reader@example.org"));
        Assert.DoesNotContain("reader", (await MailsAsync())[^1].ToAddress, StringComparison.Ordinal);

        Clock.Advance(TimeSpan.FromMinutes(10));
        await OnSiteAsync<DueDigests>(due => due.WriteAsync(Cancel));
        var list = await editor.OpenAsync("/newsroom/mailings");
        Assert.Contains("Alerts", list.TextOf(".rows"), StringComparison.Ordinal);
        var book = await editor.OpenAsync(list.Links(".rows").Single());
        Assert.Contains("The books agree", book.TextOf("main"), StringComparison.Ordinal);
    }

    private async Task OnSiteAsync<T>(Func<T, Task> work)
        where T : notnull
    {
        await using var scope = Site.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    private async Task<List<QueuedMail>> MailsAsync() => await New<NewsDb>().Set<QueuedMail>().AsNoTracking().OrderBy(mail => mail.Id).ToListAsync(Cancel);

    public sealed class OnSqlite() : MailingsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : MailingsTests(DatabaseEngine.Postgres);
}
