using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks.Search;

/// <summary>The yardstick: Lucene 8 with facets, from the program LuceneFwd.java beside the data (Debian: liblucene8-java, a JDK).</summary>
internal sealed partial class LuceneFwd
{
    private const string Jars = "/usr/share/java";

    private readonly string _classPath;
    private readonly string _folder;

    private LuceneFwd(string classPath, string folder) => (_classPath, _folder) = (classPath, folder);

    private string Index => Path.Combine(_folder, "lucene");

    /// <param name="yardsticks">The folder of the programs.</param>
    /// <param name="folder">Where to compile, and where docs.jsonl and queries.jsonl are.</param>
    public static async Task<LuceneFwd> CompileAsync(string yardsticks, string folder)
    {
        var jars = string.Join(':', ((string[])["core", "analyzers-common", "facet"]).Select(name => Path.Combine(Jars, $"lucene-{name}-8.7.0.jar")));
        var classes = Directory.CreateDirectory(Path.Combine(folder, "classes")).FullName;
        await Tools.RunAsync("javac", "-nowarn", "-cp", jars, "-d", classes, Path.Combine(yardsticks, "Common.java"), Path.Combine(yardsticks, "LuceneFwd.java"));
        return new LuceneFwd($"{jars}:{classes}", folder);
    }

    /// <summary>How long adding and committing the documents takes, merging aside: by its own watch, and in processor seconds.</summary>
    public async Task<(double Watch, double Processor)> BuildAsync()
    {
        var none = Path.Combine(_folder, "none.jsonl");
        await File.WriteAllTextAsync(none, "");
        var output = await Tools.RunAsync(
            "bash", "-c", $"TIMEFORMAT='processor %U %S'; (time java -Xmx2g -cp {_classPath} LuceneFwd {_folder}/docs.jsonl {none} {Index} 0 1) 2>&1");
        var line = BuildLine().Match(output);
        if (!line.Success)
            throw new InvalidOperationException($"LuceneFwd printed something else:\n{output}");
        var (build, merge) = (Number(line, "build"), Number(line, "merge"));
        return (build, (Number(line, "user") + Number(line, "system")) * build / (build + merge));
    }

    /// <summary>One line for each round: what the first twenty hits with three facets counted took.</summary>
    public async Task<IReadOnlyList<Latencies>> AskAsync(int rounds)
    {
        var output = await Tools.RunAsync("java", "-Xmx2g", "-cp", _classPath, "LuceneFwd", $"{_folder}/docs.jsonl", $"{_folder}/queries.jsonl", Index, $"{rounds}", "0");
        return [.. RoundLine().Matches(output).Select(line => new Latencies(Number(line, "p50"), Number(line, "p99")))];
    }

    private static double Number(Match line, string name) => double.Parse(line.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^lucene top20\+facets round \d+: p50 (?<p50>[\d.]+) p99 (?<p99>[\d.]+) ms", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoundLine();

    [GeneratedRegex(@"index build (?<build>[\d.]+) s \(1 thread\), forceMerge (?<merge>[\d.]+) s[\s\S]*processor (?<user>[\d.]+) (?<system>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BuildLine();
}
