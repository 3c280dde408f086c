using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks;

/// <summary>wrk on the other core.</summary>
internal static partial class Load
{
    private const int LoadCore = 1;

    /// <summary>The addresses in turn, from a file with one path a line.</summary>
    private const string Script = """
        local requests, place = {}, 0
        init = function(arguments)
          for path in io.lines(arguments[1]) do requests[#requests + 1] = wrk.format("GET", path) end
        end
        request = function()
          place = place % #requests + 1
          return requests[place]
        end
        """;

    /// <summary>Requests a second over these paths in turn.</summary>
    /// <exception cref="InvalidOperationException">An answer was no success: then nothing was measured.</exception>
    public static async Task<double> RunAsync(Workplace workplace, Uri server, IReadOnlyList<string> paths, int seconds, int connections)
    {
        var wrk = new List<string> { "-t1", $"-c{connections}", $"-d{seconds}s" };
        if (paths.Count == 1)
        {
            wrk.Add(new Uri(server, paths[0]).AbsoluteUri);
        }
        else
        {
            var list = workplace.PathOf("paths.txt");
            var script = workplace.PathOf("paths.lua");
            await File.WriteAllLinesAsync(list, paths);
            await File.WriteAllTextAsync(script, Script);
            wrk.AddRange(["-s", script, server.AbsoluteUri, "--", list]);
        }
        var report = await Tools.RunAsync(Tools.StartOn(LoadCore, "wrk", wrk));
        if (Failures().Match(report) is { Success: true } failures)
            throw new InvalidOperationException($"{server} {paths[0]}: {failures.Value}");
        return double.Parse(Rate().Match(report).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>Lets the runtime compile what is hot.</summary>
    public static async Task WarmUpAsync(Workplace workplace, Uri server, IReadOnlyList<string> paths, int seconds) =>
        await RunAsync(workplace, server, paths, seconds, connections: 8);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"(Non-2xx|Socket errors).*")]
    private static partial Regex Failures();
}
