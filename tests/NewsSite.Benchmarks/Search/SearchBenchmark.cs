using System.Diagnostics;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Index.Evaluation;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;
using static System.FormattableString;

namespace NewsSite.Benchmarks.Search;

/// <summary>
/// Relevance on judged collections, and speed beside Lucene in the same run: rounds take turns, and of each figure the best round counts, since the
/// machine is not ours alone. Times of one thread; making the index is counted in processor seconds of all threads, merges included.
/// </summary>
internal sealed class SearchBenchmark(SearchOptions options)
{
    private const int Rounds = 4;
    private const int RoundsInTurn = 3;
    private const int BatchSize = 500;
    private const double Radius = 25;

    private static readonly Dictionary<string, double> Lucene = new() { ["cranfield"] = 0.384, ["medline"] = 0.690 };

    private readonly Lexicon _lexicon = new();
    private readonly Figures _figures = new();

    public async Task<Figures> MeasureAsync()
    {
        MeasureRelevance();
        if (options.RelevanceOnly)
            return _figures;
        var texts = new SampleTexts(options.Folder, _lexicon);
        if (!File.Exists(texts.Theirs))
        {
            Console.WriteLine(Invariant($"Making up {options.Articles:N0} articles and {options.Jobs:N0} jobs"));
            texts.Write(options.Articles, options.Jobs);
        }
        var questions = Question.Of(texts.Read(), _lexicon);
        await File.WriteAllLinesAsync(Path.Combine(options.Folder, "queries.jsonl"), questions.Where(question => question.Type is not ("typo" or "radius")).Select(question => question.ToJson()));
        var yardstick = Directory.Exists(options.Yardsticks) ? await LuceneFwd.CompileAsync(options.Yardsticks, options.Folder) : null;
        var index = await BuildAsync(texts, yardstick);
        await MeasureQuestionsAsync(index, questions, yardstick);
        MeasureSnapshot(index);
        await new SearchUnderChange(index, questions, texts.Read().Take(2000).ToList()).MeasureAsync(_figures);
        return _figures;
    }

    private void MeasureRelevance()
    {
        foreach (var (name, lucene) in Lucene)
        {
            var folder = Path.Combine(options.Relevance, name);
            if (!Directory.Exists(folder))
                continue;
            var ndcg = new JudgedCollection(folder, _lexicon).Ndcg(Ranking.Default);
            Add(Invariant($"nDCG@10 on {name}"), Invariant($"{ndcg:F3}"), Invariant($"≥ {lucene - 0.01:F3}"), ndcg >= lucene - 0.01);
        }
    }

    private async Task<SearchIndex> BuildAsync(SampleTexts texts, LuceneFwd? yardstick)
    {
        Console.WriteLine("Making the indexes");
        var theirs = yardstick is null ? default : await yardstick.BuildAsync();
        var before = Memory();
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var index = new SearchIndex(_lexicon);
        foreach (var batch in texts.Read().Chunk(BatchSize))
            index.Apply([.. batch.Select(document => new IndexChange(document.Key, document))], 0);
        await index.Merging;
        var (seconds, processorSeconds) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
        var memory = (Memory() - before) / 1e6;
        Add("Documents indexed per processor second, ours with analysis, merges and reading the file", Invariant($"{index.Count / processorSeconds:N0} ({seconds:F1} s by the watch)"),
            yardstick is null ? "" : Invariant($"Lucene's {index.Count / theirs.Processor:N0} ({theirs.Watch:F1} s by the watch)"), yardstick is null ? null : processorSeconds <= theirs.Processor);
        Add("Memory of the index", Invariant($"{memory:F0} MB in {index.Current.Segments.Count} segments"), "≤ 120 MB", memory <= 120);
        return index;
    }

    private async Task MeasureQuestionsAsync(SearchIndex index, IReadOnlyList<Question> questions, LuceneFwd? yardstick)
    {
        Console.WriteLine("Asking");
        var asked = questions.GroupBy(question => question.Type).ToDictionary(type => type.Key, type => type.ToList());
        var common = questions.Where(question => question.Type is not ("typo" or "radius")).ToList();
        var (ours, theirs) = (new List<Latencies>(), new List<Latencies>());
        var byType = asked.ToDictionary(type => type.Key, _ => new List<Latencies>());
        for (var round = 0; round < Rounds; round++)
        {
            if (yardstick is not null)
                theirs.AddRange(await yardstick.AskAsync(RoundsInTurn));
            for (var turn = 0; turn < RoundsInTurn; turn++)
            {
                ours.Add(Latencies.Of(common.Select(question => Ask(index, question))));
                foreach (var (type, list) in asked)
                    byType[type].Add(Latencies.Of(list.Select(question => Ask(index, question))));
            }
        }
        var (own, lucene) = (Latencies.Best(ours), theirs.Count > 0 ? Latencies.Best(theirs) : null);
        Add("1 to 3 words, phrase, prefix, first 20 with every facet counted: median / p99", Invariant($"{own}"), lucene is null ? "" : Invariant($"Lucene's {lucene} with three facets"),
            lucene is null ? null : own.Median <= lucene.Median && own.P99 <= lucene.P99);
        foreach (var (type, rounds) in byType)
        {
            var best = Latencies.Best(rounds);
            if (type is "typo" or "radius" && lucene is not null)
                Add(Invariant($"… {type}"), Invariant($"{best}"), Invariant($"p99 ≤ 2 × {lucene.P99:F3} ms"), best.P99 <= 2 * lucene.P99);
            else
                Add(Invariant($"… {type}"), Invariant($"{best}"));
        }
    }

    private void MeasureSnapshot(SearchIndex index)
    {
        var path = Path.Combine(options.Folder, "snapshot");
        var watch = Stopwatch.StartNew();
        index.Save(path, "benchmark");
        var saving = watch.Elapsed.TotalSeconds;
        var best = double.MaxValue;
        for (var round = 0; round < RoundsInTurn; round++)
        {
            watch.Restart();
            if (new SearchIndex(_lexicon).Load(path, "benchmark") != SnapshotOutcome.Loaded)
                throw new InvalidOperationException("the snapshot was not loaded");
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }
        Add("Start from the snapshot", Invariant($"{best:F2} s ({new FileInfo(path).Length / 1e6:F0} MB, written in {saving:F2} s)"), "< 1 s", best < 1);
    }

    public static double Ask(SearchIndex index, Question question)
    {
        var clause = question.ToClause();
        var filter = new DocumentFilter { Now = 0, Near = question.Type == "radius" ? new Reach(new GeoPoint(50.85, 4.35), Radius) : null, WithEverywhere = true };
        var watch = Stopwatch.GetTimestamp();
        _ = index.Search(clause, filter, Sort.Relevance, Request);
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static readonly SearchRequest Request = new()
    {
        Now = SampleTexts.Now,
        Facets = ["kind", "language", "section", "author", "tag", "category", "contract", "hours", "workplace", "place"],
        FacetSize = 20,
        TimeBands = [new TimeBand("day", SampleTexts.Now.AddDays(-1)), new TimeBand("week", SampleTexts.Now.AddDays(-7)), new TimeBand("month", SampleTexts.Now.AddDays(-30))],
        PayBands = [new PayBand("30", 3_000_000), new PayBand("40", 4_000_000), new PayBand("50", 5_000_000)],
    };

    private static long Memory()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private void Add(string what, string value, string bar = "", bool? isMet = null)
    {
        if (isMet is { } met)
            _figures.Add(what, value, bar, met);
        else
            _figures.Add(what, value);
    }
}
