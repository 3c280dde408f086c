using System.Globalization;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;

namespace NewsSite.Benchmarks.Search;

/// <summary>Four who ask at once, first alone, then while a hundred documents a minute change, in turns.</summary>
internal sealed class SearchUnderChange(SearchIndex index, IReadOnlyList<Question> questions, IReadOnlyList<SearchDocument> documents)
{
    private const int Askers = 4;
    private const int Turns = 3;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan BetweenChanges = TimeSpan.FromMinutes(1) / 100;

    public async Task MeasureAsync(Figures figures)
    {
        var (quiet, changing) = (new List<Latencies>(), new List<Latencies>());
        await AskAsync(); // warms the threads up
        for (var turn = 0; turn < Turns; turn++)
        {
            quiet.Add(await AskAsync());
            using var ended = new CancellationTokenSource();
            var changes = ChangeAsync(turn, ended.Token);
            changing.Add(await AskAsync());
            await ended.CancelAsync();
            await changes;
        }
        var (alone, beside) = (Load.Median(quiet.Select(turn => turn.P99)), Load.Median(changing.Select(turn => turn.P99)));
        figures.Add("p99 of four askers at once, quiet → while 100 documents a minute change",
            string.Create(CultureInfo.InvariantCulture, $"{alone:F2} → {beside:F2} ms: × {beside / alone:F2}"), "≤ × 1.5", beside <= 1.5 * alone);
    }

    private async Task<Latencies> AskAsync()
    {
        var askers = Enumerable.Range(0, Askers).Select(asker => Task.Factory.StartNew(() => Ask(asker), TaskCreationOptions.LongRunning));
        return Latencies.Of((await Task.WhenAll(askers)).SelectMany(times => times));
    }

    private List<double> Ask(int asker)
    {
        var times = new List<double>();
        var until = Environment.TickCount64 + (long)Turn.TotalMilliseconds;
        for (var next = asker * questions.Count / Askers; Environment.TickCount64 < until; next++)
            times.Add(SearchBenchmark.Ask(index, questions[next % questions.Count]));
        return times;
    }

    private async Task ChangeAsync(int turn, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(BetweenChanges);
        for (var change = turn * 500; !ended.IsCancellationRequested; change++)
        {
            var document = documents[change % documents.Count];
            index.Apply([new IndexChange(document.Key, document with { At = document.At.AddMinutes(1) })], change);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
