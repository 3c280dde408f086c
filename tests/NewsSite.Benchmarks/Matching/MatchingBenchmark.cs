using System.Diagnostics;
using System.IO.Compression;
using NewsSite.Benchmarks.Search;
using NewsSite.Search.Matching;
using NewsSite.Search.Matching.Conditions;
using static System.FormattableString;

namespace NewsSite.Benchmarks.Matching;

/// <summary>
/// The product's matcher on the percolation set beside a bare matcher in the same run: rounds take turns, and of each the best counts, since the
/// machine is not ours alone. Then the same searches and jobs by the whole path of the product.
/// </summary>
internal sealed class MatchingBenchmark(MatchingOptions options)
{
    private const int Turns = 3;
    private const int RoundsInTurn = 3;
    private const int BatchSize = 10_000;

    private readonly Figures _figures = new();
    private readonly PercolationSet _set = new(options.Data);

    public async Task<Figures> MeasureAsync()
    {
        if (!_set.IsThere)
            throw new InvalidOperationException($"the percolation set (jobs.jsonl, alerts-*.jsonl, municipalities.jsonl) is not in {options.Data}: nothing can be measured without it; --data FOLDER names another place");
        var yardstick = Directory.Exists(options.Yardsticks) ? await OwnMatcher.CompileAsync(options.Yardsticks, options.Folder) : null;
        if (yardstick is null)
            Console.WriteLine($"No yardstick in {options.Yardsticks}: compared with nothing");
        var jobs = _set.Jobs();
        foreach (var size in options.Sizes)
        {
            Console.WriteLine(Invariant($"{size:N0} saved searches"));
            var matcher = Register(size, jobs);
            await MeasureAsync(matcher, jobs, size, yardstick);
            GC.KeepAlive(matcher);
        }
        foreach (var size in options.Sizes)
            new ProductPath(_set, jobs, size).Measure(_figures);
        return _figures;
    }

    private QueryMatcher Register(int size, IReadOnlyList<PercolatedJob> jobs)
    {
        var frequencies = PercolationSet.FrequenciesIn(jobs);
        var (byWatch, byProcessor) = (0.0, 0.0);
        // A million at least, so that the runtime has compiled for the last time what is measured.
        for (var turn = 0; turn < Math.Max(Turns, 1_000_000 / size); turn++)
        {
            var (_, watch, processor) = Registered(size, frequencies);
            (byWatch, byProcessor) = (Math.Max(byWatch, watch), Math.Max(byProcessor, processor));
        }
        var before = Memory();
        var (matcher, _, _) = Registered(size, frequencies);
        var bytes = (Memory() - before) / (double)size;
        _figures.Add(Invariant($"{size:N0} searches: registered in a processor second of all threads, in batches of {BatchSize:N0}"), Invariant($"{byProcessor:N0} ({byWatch:N0} by the watch)"), "≥ 300,000", byProcessor >= 300_000);
        _figures.Add(Invariant($"{size:N0} searches: memory for each"), Invariant($"{bytes:F0} B in {matcher.Current.Segments.Count} segments"), "< 100 B", bytes < 100);
        return matcher;
    }

    /// <summary>From the fields of the file's lines on, which are read before; a second.</summary>
    private (QueryMatcher Matcher, double ByWatch, double ByProcessor) Registered(int size, DocumentFrequencies frequencies)
    {
        var matcher = new QueryMatcher(frequencies);
        var (elapsed, processor) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var batch in _set.Alerts(size).Chunk(BatchSize))
        {
            var (started, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            matcher.Apply(Array.ConvertAll(batch, alert => new QueryChange(alert.Id, PercolationSet.ToQuery(alert))));
            (elapsed, processor) = (elapsed + Stopwatch.GetElapsedTime(started), processor + (Environment.CpuUsage.TotalTime - before));
        }
        return (matcher, size / elapsed.TotalSeconds, size / processor.TotalSeconds);
    }

    private async Task MeasureAsync(QueryMatcher matcher, IReadOnlyList<PercolatedJob> jobs, int size, OwnMatcher? yardstick)
    {
        var alerts = yardstick is null ? "" : await UnpackedAsync(size);
        var (one, two, theirs) = (new List<MatchedRound>(), new List<MatchedRound>(), new List<MatchedRound>());
        var (pairs, checksum) = PercolationSet.Expected[size];
        var isRight = true;
        for (var turn = 0; turn < Turns; turn++)
        {
            if (yardstick is not null)
                theirs.AddRange(await yardstick.RunAsync(_set, alerts, threads: 1, RoundsInTurn));
            foreach (var threads in (int[])[1, 2])
            {
                for (var round = -1; round < RoundsInTurn; round++)
                {
                    var (figure, found) = Match(matcher, jobs, threads);
                    if (round >= 0)
                        (threads == 1 ? one : two).Add(figure);
                    else
                        isRight &= found.Length == pairs && PercolationSet.Checksum(found) == checksum;
                }
            }
        }
        var (ours, both) = (MatchedRound.Best(one), MatchedRound.Best(two));
        var processor = one.Min(round => round.Processor);
        _figures.Add(Invariant($"{size:N0} searches: pairs by one thread and by two"), isRight ? Invariant($"{pairs:N0}, with the expected checksum") : "others than expected", "identical", isRight);
        var what = Invariant($"{size:N0} searches: jobs a second, one thread (median / p99 of one job)");
        var value = Invariant($"{ours.Speed:N0} ({ours.Median:F3} / {ours.P99:F3} ms)");
        if (yardstick is null)
            _figures.Add(what, value);
        else
        {
            var (own, theirProcessor) = (MatchedRound.Best(theirs), theirs.Min(round => round.Processor));
            _figures.Add(what, Invariant($"{value}: × {ours.Speed / own.Speed:F2}"), Invariant($"≥ 0.5 of OwnMatcher's {own.Speed:N0} ({own.Median:F3} / {own.P99:F3} ms)"), ours.Speed >= 0.5 * own.Speed);
            _figures.Add(Invariant($"{size:N0} searches: processor time of one job, all threads"), Invariant($"{processor:F3} ms; OwnMatcher's {theirProcessor:F3} ms: × {theirProcessor / processor:F2}"));
        }
        var (byWatch, byProcessor) = (both.Speed / ours.Speed, 2 * processor / two.Min(round => round.Processor));
        _figures.Add(Invariant($"{size:N0} searches: jobs a second, two threads"), Invariant($"{both.Speed:N0}: × {byWatch:F2} by the watch; × {byProcessor:F2} by processor time, if both cores are free"), "≥ × 1.6", Math.Max(byWatch, byProcessor) >= 1.6);
    }

    private static (MatchedRound Figure, long[] Found) Match(QueryMatcher matcher, IReadOnlyList<PercolatedJob> jobs, int threads)
    {
        var times = new double[jobs.Count];
        var next = -1;
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var workers = Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var (pairs, count) = (new long[1 << 16], 0);
                for (int place; (place = Interlocked.Increment(ref next)) < jobs.Count;)
                {
                    var begun = Stopwatch.GetTimestamp();
                    var job = jobs[place];
                    var run = matcher.Take();
                    run.Begin(matcher.Current, job.Traits);
                    job.Tell(run);
                    foreach (var id in run.Finish())
                    {
                        if (count == pairs.Length)
                            Array.Resize(ref pairs, count * 2);
                        pairs[count++] = (id << 20) | (long)job.Id;
                    }
                    matcher.Return(run);
                    times[place] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                }
                return pairs[..count];
            }, TaskCreationOptions.LongRunning)).ToArray();
        Task.WaitAll(workers);
        var speed = jobs.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var processorTime = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / jobs.Count;
        var latencies = Latencies.Of(times);
        return (new MatchedRound(speed, latencies.Median, latencies.P99, processorTime), [.. workers.SelectMany(worker => worker.GetAwaiter().GetResult())]);
    }

    private async Task<string> UnpackedAsync(int size)
    {
        var packed = _set.AlertsFile(size);
        if (!packed.EndsWith(".gz", StringComparison.Ordinal))
            return packed;
        var path = Path.Combine(options.Folder, Path.GetFileNameWithoutExtension(packed));
        await using var from = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
        await using var to = File.Create(path);
        await from.CopyToAsync(to);
        return path;
    }

    /// <summary>Without what is garbage, however large.</summary>
    public static long Memory()
    {
        for (var time = 0; time < 3; time++)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
