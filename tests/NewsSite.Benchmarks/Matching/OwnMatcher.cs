using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks.Matching;

/// <summary>The yardstick: the bare matcher OwnMatcher.java beside the data (needs a JDK).</summary>
internal sealed partial class OwnMatcher
{
    private readonly string _classes;

    private OwnMatcher(string classes) => _classes = classes;

    /// <param name="yardsticks">The folder of the programs.</param>
    /// <param name="folder">Where to compile.</param>
    public static async Task<OwnMatcher> CompileAsync(string yardsticks, string folder)
    {
        var classes = Directory.CreateDirectory(Path.Combine(folder, "classes")).FullName;
        await Tools.RunAsync("javac", "-nowarn", "-d", classes, Path.Combine(yardsticks, "Common.java"), Path.Combine(yardsticks, "OwnMatcher.java"));
        return new OwnMatcher(classes);
    }

    /// <summary>One figure for each round.</summary>
    /// <param name="alerts">Not packed.</param>
    public async Task<IReadOnlyList<MatchedRound>> RunAsync(PercolationSet set, string alerts, int threads, int rounds)
    {
        var output = await Tools.RunAsync("java", "-Xmx3g", "-cp", _classes, "OwnMatcher", alerts, set.JobsFile, set.MunicipalitiesFile, $"{threads}", $"{rounds}");
        var lines = RoundLine().Matches(output);
        return lines.Count > 0
            ? [.. lines.Select(line => new MatchedRound(Number(line, "speed"), Number(line, "p50"), Number(line, "p99"), Number(line, "cpu")))]
            : throw new InvalidOperationException($"OwnMatcher printed something else:\n{output}");
    }

    private static double Number(Match line, string name) => double.Parse(line.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^  round \d+ threads \d+ docs \d+: (?<speed>[\d.]+) docs/s median (?<p50>[\d.]+) ms p99 (?<p99>[\d.]+) ms cpu (?<cpu>[\d.]+) ms", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoundLine();
}

/// <param name="Speed">Documents a second.</param>
/// <param name="Median">For one document, in milliseconds; so are the others.</param>
/// <param name="Processor">Time of all threads for one document on the mean, which others on the machine stretch less.</param>
internal sealed record MatchedRound(double Speed, double Median, double P99, double Processor)
{
    /// <summary>The fastest: what other programs on the machine take is left out.</summary>
    public static MatchedRound Best(IReadOnlyList<MatchedRound> rounds) => rounds.MaxBy(round => round.Speed)!;
}
