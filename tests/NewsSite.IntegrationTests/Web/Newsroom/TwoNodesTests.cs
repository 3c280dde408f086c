using System.Diagnostics;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Newsroom;

/// <summary>
/// An editor publishes on one node, readers look at another; on SQLite, which has one process, at the same. Time runs here: the
/// bar is a second, and the times are printed.
/// </summary>
public abstract class TwoNodesTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task Publishing_shows_within_a_second_wherever_readers_look()
    {
        var ids = await Paper.AddAsync(Enumerable.Range(1, 6).Select(number => new Piece($"Trams {number}") { State = ArticleState.Draft, Tags = ["rails"] }), Cancel);
        await Paper.AddAsync(new Piece("Buses") { Tags = ["rails"] }, Cancel);
        Clock.Run();
        var editor = await SignedInAsync(Role.Editor);
        await using var other = Engine == DatabaseEngine.Postgres ? new Site(Paper) : null;
        var readers = other ?? Site;
        string[] pages = ["/", "/news/city", "/latest", "/tags/rails", "/feed.xml", "/news/city/atom.xml", "/sitemap-news.xml", "/sitemap-articles-0.xml", "/api/v1/articles"];
        // Every page stands in the cache as it was before.
        foreach (var page in pages)
            await readers.ReadAsync(page);

        var slowest = new Dictionary<string, TimeSpan>();
        foreach (var id in ids)
        {
            await editor.OpenAsync($"/newsroom/articles/{id}/publish");
            await editor.SendAsync("handler=Publish", ("As", "Update"));
            var published = Stopwatch.StartNew();
            foreach (var (page, time) in await Task.WhenAll(pages.Select(page => ShownAsync(readers, page, id, published))))
                slowest[page] = time > slowest.GetValueOrDefault(page) ? time : slowest[page];
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', slowest.Select(entry => $"{Engine} {entry.Key}: at most {entry.Value.TotalMilliseconds:F0} ms after the press")));
        Assert.All(slowest, entry => Assert.InRange(entry.Value.TotalMilliseconds, 0, 1000));
    }

    /// <summary>Looks again and again, as a reader who cannot wait.</summary>
    private static async Task<(string Page, TimeSpan Time)> ShownAsync(Site site, string page, long id, Stopwatch published)
    {
        while (published.Elapsed < TimeSpan.FromSeconds(10))
        {
            if ((await site.GetAsync(page)).Text.Contains($"/news/city/{id}/", StringComparison.Ordinal))
                break;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        return (page, published.Elapsed);
    }

    public sealed class OnSqlite() : TwoNodesTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : TwoNodesTests(DatabaseEngine.Postgres);
}
