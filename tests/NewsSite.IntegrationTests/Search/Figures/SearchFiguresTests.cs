using NewsSite.Platform.Database;
using NewsSite.Search.Documents;
using NewsSite.Search.Figures;

namespace NewsSite.IntegrationTests.Search.Figures;

public abstract class SearchFiguresTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly DocumentKey Tram = new("article", 7);

    private DateOnly Today => DateOnly.FromDateTime(Clock.Now.UtcDateTime);

    private FigurePeriod Period => new(Today.AddDays(-29), Today, null);

    [Fact]
    public async Task Counts_of_several_nodes_and_batches_add_up()
    {
        foreach (var node in new[] { New<SearchCounter>(), New<SearchCounter>() })
        {
            Ask(node, "Tram strike", 2);
            Ask(node, "tram  STRIKE", 1, foundNothing: true);
            node.Choose(SearchedIn.Paper, "tram strike", Tram);
            await WriteAsync();
        }
        await WriteAsync();

        Assert.Equal([new WordsFigure("tram strike", 6, 2, 2)], (await New<SearchFigures>().WordsAsync(Period, false, 10, cancel: Cancel)).Items);
        Assert.Equal([new ThingFigure(Tram, 2)], await New<SearchFigures>().ThingsAsync(Period, 10, cancel: Cancel));
    }

    [Fact]
    public async Task Words_asked_seldom_are_counted_and_not_shown()
    {
        Ask(New<SearchCounter>(), "my neighbour's name", 2, foundNothing: true);
        Ask(New<SearchCounter>(), "jan@example.be", 40);
        await WriteAsync();

        Assert.Empty((await New<SearchFigures>().WordsAsync(Period, false, 10, cancel: Cancel)).Items);
        Assert.Empty((await New<SearchFigures>().WordsAsync(Period, true, 10, cancel: Cancel)).Items);
        Assert.Null(await New<SearchFigures>().OfAsync(Period, "my neighbour's name", Cancel));
        Assert.Null(await New<SearchFigures>().OfAsync(Period, "", Cancel));
        Assert.Empty(await New<SearchFigures>().LinesAsync(Period, Cancel).ToListAsync(Cancel));
        Assert.Equal(new DayFigure(Today, 42, 2, 0), (await New<SearchFigures>().DaysAsync(Period, cancel: Cancel))[^1]);
    }

    [Fact]
    public async Task The_list_goes_on_by_key_to_its_end()
    {
        foreach (var number in Enumerable.Range(1, 25))
            Ask(New<SearchCounter>(), $"word {number:00}", 3 + (number % 3), foundNothing: number % 2 == 0);
        await WriteAsync();
        foreach (var onlyEmpty in new[] { false, true })
        {
            var whole = (await New<SearchFigures>().WordsAsync(Period, onlyEmpty, 100, cancel: Cancel)).Items;
            var seen = new List<WordsFigure>();
            for (FigureKey? after = null; ;)
            {
                var page = await New<SearchFigures>().WordsAsync(Period, onlyEmpty, 4, after, Cancel);
                seen.AddRange(page.Items);
                if (!page.HasMore)
                    break;
                after = new FigureKey(onlyEmpty ? seen[^1].Empty : seen[^1].Asked, seen[^1].Words);
            }
            Assert.Equal(whole, seen);
            Assert.Equal(onlyEmpty ? 12 : 25, seen.Count);
        }
    }

    [Fact]
    public async Task Figures_are_told_by_page_and_day_and_forgotten_after_90_days()
    {
        Ask(New<SearchCounter>(), "nurse", 3, askedIn: SearchedIn.Jobs);
        Clock.Advance(TimeSpan.FromDays(1));
        Ask(New<SearchCounter>(), "nurse", 4);
        New<SearchCounter>().Choose(SearchedIn.Paper, "nurse", Tram);
        await WriteAsync();

        Assert.Equal([(1, 3), (0, 4)], (await New<SearchFigures>().DaysAsync(new FigurePeriod(Today.AddDays(-1), Today, null), "nurse", Cancel)).Select(day => (Today.DayNumber - day.Day.DayNumber, day.Asked)));
        Assert.Equal(3, (await New<SearchFigures>().OfAsync(Period with { AskedIn = SearchedIn.Jobs }, "nurse", Cancel))!.Asked);
        Assert.Equal([(SearchedIn.Jobs, 3, 0), (SearchedIn.Paper, 4, 1)], (await New<SearchFigures>().LinesAsync(Period, Cancel).ToListAsync(Cancel)).Select(line => (line.AskedIn, line.Asked, line.Chosen)));

        var whole = new FigurePeriod(Today.AddDays(-200), Today.AddDays(200), null);
        Clock.Advance(TimeSpan.FromDays(89));
        await New<SearchFigures>().ForgetOldAsync(Cancel);
        Assert.Equal(4, (await New<SearchFigures>().OfAsync(whole, "nurse", Cancel))!.Asked);
        Clock.Advance(TimeSpan.FromDays(1));
        await New<SearchFigures>().ForgetOldAsync(Cancel);
        Assert.Null(await New<SearchFigures>().OfAsync(whole, "nurse", Cancel));
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_with_the_next()
    {
        Ask(New<SearchCounter>(), "floods", 3);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => New<FigureWriter>().WriteAsync(stopped.Token));
        Ask(New<SearchCounter>(), "floods", 1);
        await WriteAsync();
        Assert.Equal(4, (await New<SearchFigures>().OfAsync(Period, "floods", Cancel))!.Asked);
    }

    private static void Ask(SearchCounter counter, string words, int times, bool foundNothing = false, SearchedIn askedIn = SearchedIn.Paper)
    {
        for (var time = 0; time < times; time++)
            counter.Ask(askedIn, words, foundNothing);
    }

    private Task WriteAsync() => New<FigureWriter>().WriteAsync(Cancel);

    public sealed class OnSqlite() : SearchFiguresTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SearchFiguresTests(DatabaseEngine.Postgres);
}
