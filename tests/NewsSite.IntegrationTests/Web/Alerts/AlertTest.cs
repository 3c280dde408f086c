using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Alerts.Digests;
using NewsSite.Alerts.SavedSearches;
using NewsSite.Platform.Database;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Web.Alerts;

/// <summary>Stories of alerts: what somebody asks on a page, and the mails that come of it.</summary>
public abstract partial class AlertTest(DatabaseEngine engine) : SiteTest(engine)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        // Alerts begin at the end of what was written before.
        await New<NewThings>().MatchAsync(Cancel);
    }

    protected Task<Answer> AskAsync(string query, string email = "reader@example.org", string frequency = "AtOnce", string language = "") =>
        Site.PostAsync($"{language}/alerts/new?{query}", new Dictionary<string, string> { ["Email"] = email, ["Frequency"] = frequency });

    /// <summary>Asks and confirms.</summary>
    /// <returns>The path of the subscriber's own page.</returns>
    protected async Task<string> SubscribeAsync(string query, string email = "reader@example.org", string frequency = "AtOnce", string language = "")
    {
        Assert.Equal(200, (await AskAsync(query, email, frequency, language)).Status);
        var confirmed = await Site.PostAsync(LinkIn((await MailsAsync())[^1], "confirm"), []);
        Assert.Equal(200, confirmed.Status);
        return confirmed.Links().Single(link => link.Contains("/alerts/mine/", StringComparison.Ordinal));
    }

    /// <summary>What runs by itself on the site, run now.</summary>
    protected Task MatchAsync() => OnSiteAsync<NewThings>(things => things.MatchAsync(Cancel));

    protected async Task OnSiteAsync<T>(Func<T, Task> work)
        where T : notnull
    {
        await using var scope = Site.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>The same after that time, and then the digests that are due.</summary>
    protected async Task PassAndWriteAsync(TimeSpan time)
    {
        await MatchAsync();
        Clock.Advance(time);
        await OnSiteAsync<DueDigests>(due => due.WriteAsync(Cancel));
    }

    internal async Task<List<QueuedMail>> MailsAsync() => await New<NewsDb>().Set<QueuedMail>().AsNoTracking().OrderBy(mail => mail.Id).ToListAsync(Cancel);

    internal async Task<List<QueuedMail>> DigestsAsync() => [.. (await MailsAsync()).Where(mail => mail.Stream == MailStream.Subscription)];

    /// <summary>The path of a link in a mail's text.</summary>
    internal static string LinkIn(QueuedMail mail, string page)
    {
        var link = new Uri(Link().Matches(mail.Text).Select(match => match.Value).First(value => value.Contains($"/alerts/{page}/", StringComparison.Ordinal)));
        Assert.Equal(Site.PublicUrl, link.GetLeftPart(UriPartial.Authority));
        return link.PathAndQuery;
    }

    internal static string? HeaderOf(QueuedMail mail, string name) => mail.Headers.SingleOrDefault(header => header.Name == name)?.Value;

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
