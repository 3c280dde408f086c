using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using NewsSite.Benchmarks.Search;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Matching;
using NewsSite.Search.Matching.Conditions;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;
using static System.FormattableString;

namespace NewsSite.Benchmarks.Matching;

/// <summary>
/// The same searches as readers type them and the same jobs as documents, from text to ids: words of three languages with their stems, towns
/// under both names, surroundings reckoned, and meanwhile a hundred searches a second are saved, changed and taken away.
/// </summary>
internal sealed class ProductPath(PercolationSet set, IReadOnlyList<PercolatedJob> jobs, int size)
{
    private const int Turns = 3;
    private static readonly TimeSpan BetweenChanges = TimeSpan.FromMilliseconds(10);
    private static readonly Language[] Languages = [.. Language.All];

    private readonly Lexicon _lexicon = new();
    private readonly PaperClock _clock = new(new StandingClock(), Options.Create(new SiteSettings { TimeZone = "Europe/Brussels" }));

    public void Measure(Figures figures)
    {
        var documents = jobs.Select(Document).ToList();
        var index = new SearchIndex(_lexicon);
        index.Apply([.. documents.Select(document => new IndexChange(document.Key, document))], 0);
        var vocabulary = new Vocabulary(_lexicon, set.Municipalities().Where(town => town.Dutch != town.French).Select(town => new SameNames([new(town.Dutch, null), new(town.French, null)], 1)), _ => null);
        var searches = new SavedSearches(_lexicon, vocabulary, _clock, IndexFrequencies.Of(index));
        var memory = MatchingBenchmark.Memory();
        var elapsed = TimeSpan.Zero;
        foreach (var batch in set.Alerts(size).Select(alert => new SavedSearchChange(alert.Id, Query(alert))).Chunk(10_000))
        {
            var started = Stopwatch.GetTimestamp();
            searches.Apply(batch);
            elapsed += Stopwatch.GetElapsedTime(started);
        }
        var registered = size / elapsed.TotalSeconds;
        var bytes = (MatchingBenchmark.Memory() - memory) / (double)size;

        var (quiet, changing) = (new List<MatchedRound>(), new List<MatchedRound>());
        Match(searches, documents); // warms up
        for (var turn = 0; turn < Turns; turn++)
        {
            quiet.Add(Match(searches, documents).Figure);
            using var ended = new CancellationTokenSource();
            var changes = Task.Factory.StartNew(() => Change(searches, ended.Token), TaskCreationOptions.LongRunning);
            changing.Add(Match(searches, documents).Figure);
            ended.Cancel();
            changes.GetAwaiter().GetResult();
        }
        var (alone, beside) = (MatchedRound.Best(quiet), MatchedRound.Best(changing));
        figures.Add(Invariant($"{size:N0} searches, the product's whole path: jobs a second, one thread (median / p99 of one job)"), Invariant($"{alone.Speed:N0} ({alone.Median:F3} / {alone.P99:F3} ms), {Match(searches, documents).Found / (double)jobs.Count:N0} found for each"));
        figures.Add("… while 100 searches a second are saved, changed and taken away", Invariant($"{beside.Speed:N0} ({beside.Median:F3} / {beside.P99:F3} ms)"));
        figures.Add("… registered a second from what was typed, and memory for each", Invariant($"{registered:N0}, {bytes:F0} B"));
    }

    private static (MatchedRound Figure, long Found) Match(SavedSearches searches, List<SearchDocument> documents)
    {
        var found = 0L;
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var times = new List<double>(documents.Count);
        foreach (var document in documents)
        {
            var begun = Stopwatch.GetTimestamp();
            found += searches.Match(document).Count;
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        var latencies = Latencies.Of(times);
        return (new MatchedRound(documents.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, latencies.Median, latencies.P99, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / documents.Count), found);
    }

    private void Change(SavedSearches searches, CancellationToken ended)
    {
        foreach (var alert in set.Alerts(size))
        {
            searches.Apply([(alert.Id % 3) switch
            {
                0 => new SavedSearchChange(size + alert.Id, Query(alert)),
                1 => new SavedSearchChange(alert.Id, Query(alert)),
                _ => new SavedSearchChange(size + alert.Id - 2, null),
            }]);
            if (ended.WaitHandle.WaitOne(BetweenChanges))
                return;
        }
    }

    private static SearchQuery Query(in PlainAlert alert) => new()
    {
        Words = string.Join(' ', alert.Keywords),
        Filters = Array.ConvertAll(alert.Facets, facet => new FacetFilter(facet.Name, [facet.Value])),
        Near = alert.Near is { } near
            ? new Near(string.Create(CultureInfo.InvariantCulture, $"{near.Centre.Latitude},{near.Centre.Longitude}"), (int)near.Kilometres)
            : null,
        LeastPay = alert.LeastPay,
    };

    private static SearchDocument Document(PercolatedJob job) => new()
    {
        Key = new DocumentKey("posting", job.Id),
        Language = Array.Find(Languages, language => job.Facets.Contains(new Facet("language", language.Code))) ?? Language.Default,
        Title = job.Title,
        Body = job.Text,
        Facets = job.Facets,
        Places = [job.Place],
        At = DateTimeOffset.UnixEpoch,
        Pay = job.Pay,
    };

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => SampleTexts.Now;
    }
}
