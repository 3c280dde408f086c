using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.IntegrationTests.Web;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Platform.Database;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;

namespace NewsSite.IntegrationTests.Search.Following;

/// <summary>Written by one process, found by two others that run as they do in service. The bar is a second, and the times are printed.</summary>
public abstract class FoundSoonTests(DatabaseEngine engine) : SiteTest(engine)
{
    [Fact]
    public async Task What_is_published_is_found_on_every_node_within_a_second_and_what_is_taken_back_is_gone()
    {
        await using var other = new Site(Paper);
        Site[] nodes = [Site, other];
        var slowest = TimeSpan.Zero;
        foreach (var node in nodes)
            await WaitAsync(node, expected: 0, Stopwatch.StartNew());
        for (var round = 1; round <= 5; round++)
        {
            var id = await Paper.AddAsync(new Piece("Heron on the canal"), Cancel);
            slowest = Longer(slowest, await AllAsync(nodes, 1));
            Assert.Equal([new DocumentKey("article", id)], Find(other));
            await New<PublishingDesk>().UnpublishAsync(new PublishingOrder { ArticleId = id, By = Editor.Paper }, cancel: Cancel);
            slowest = Longer(slowest, await AllAsync(nodes, 0));
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{Engine}: found, or gone, at most {slowest.TotalMilliseconds:F0} ms after the commit");
        Assert.InRange(slowest.TotalMilliseconds, 0, 1000);
    }

    private async Task<TimeSpan> AllAsync(Site[] nodes, int expected)
    {
        var committed = Stopwatch.StartNew();
        var times = await Task.WhenAll(nodes.Select(node => WaitAsync(node, expected, committed)));
        return times.Max();
    }

    private async Task<TimeSpan> WaitAsync(Site node, int expected, Stopwatch since)
    {
        while (Find(node).Count != expected && since.Elapsed < TimeSpan.FromSeconds(20))
            await Task.Delay(10, Cancel);
        return since.Elapsed;
    }

    private IReadOnlyList<DocumentKey> Find(Site node) => node.Services.GetRequiredService<SearchIndex>().Find("heron", Clock.Now);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    public sealed class OnSqlite() : FoundSoonTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : FoundSoonTests(DatabaseEngine.Postgres);
}
