using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

/// <summary>
/// The whole line through the site, on both databases: from what the newsroom has published to what a reader finds. It grows
/// with the site; today it begins with a published article and ends with a job.
/// </summary>
public sealed class WholeLineTests(Site site) : BrowserTest(site)
{
    [Fact]
    public Task What_is_published_is_read_and_found_on_SQLite() => FollowAsync(Site.Demo);

    [Fact]
    public async Task What_is_published_is_read_and_found_on_PostgreSQL()
    {
        Assert.SkipWhen(PostgresDatabase.Missing is not null, PostgresDatabase.Missing ?? "");
        await FollowAsync(await Site.SampleOnPostgresAsync());
    }

    private async Task FollowAsync(string paper)
    {
        var page = await OpenAsync(Window.Desk, paper);

        var article = await (await FrontPage.OpenAsync(page)).ReadLeadAsync();
        var title = await article.Title.InnerTextAsync();

        var search = await article.SearchAsync(title);
        await Assertions.Expect(search.Marks.First).ToHaveTextAsync(title);
        article = await search.OpenAsync(title);
        await Assertions.Expect(article.Title).ToHaveTextAsync(title);

        var job = await (await article.AllJobsAsync()).OpenFirstAsync();
        await Assertions.Expect(job.Apply.GetByRole(AriaRole.Link)).ToBeVisibleAsync();
    }
}
