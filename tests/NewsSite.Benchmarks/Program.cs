using System.Runtime.InteropServices;
using NewsSite.Benchmarks.Matching;
using NewsSite.Benchmarks.Search;

namespace NewsSite.Benchmarks;

/// <summary>Makes the figures that README quotes: publishes the site, fills papers, and measures whole pages over HTTP; or measures search, or saved searches.</summary>
internal static class Program
{
    private const string Usage = """
        usage: dotnet run -c Release --project tests/NewsSite.Benchmarks [-- --quick]
               dotnet run -c Release --project tests/NewsSite.Benchmarks -- search [OPTIONS]
               dotnet run -c Release --project tests/NewsSite.Benchmarks -- matching [OPTIONS]

          --quick             smaller papers, shorter rounds

          search              relevance on judged collections (docs.jsonl, queries.jsonl, qrels.tsv), then speed beside Lucene
          --relevance FOLDER  holds cranfield and medline      (../shared/data/relevance; left out if absent)
          --relevance-only    nothing about speed
          --yardsticks FOLDER holds LuceneFwd.java             (../shared/yardsticks; no comparison if absent; needs a JDK and liblucene8-java)
          --data FOLDER       where the sample's texts are made, and kept for the next time
          --articles N        100000
          --jobs N            20000

          matching            saved searches against new jobs, beside a bare matcher (needs a JDK for that)
          --data FOLDER       the percolation set              (../shared/data/percolate; without it nothing is measured)
          --yardsticks FOLDER holds OwnMatcher.java            (../shared/yardsticks; no comparison if absent)
          --searches N        10000, 100000 or 1000000         (the last two)
        """;

    public static async Task<int> Main(string[] arguments)
    {
        try
        {
            Figures figures;
            var machine = $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
            switch (arguments)
            {
                case [] or ["--quick"]:
                    figures = await MeasureAsync(arguments.Length > 0 ? Effort.Quick : Effort.Full);
                    machine = await Machine.DescribeAsync();
                    break;
                case ["search", .. var options] when !options.Contains("--help"):
                    using (var workplace = new Workplace())
                        figures = await new SearchBenchmark(SearchOptions.Parse(options, workplace)).MeasureAsync();
                    break;
                case ["matching", .. var options] when !options.Contains("--help"):
                    using (var workplace = new Workplace())
                        figures = await new MatchingBenchmark(MatchingOptions.Parse(options, workplace)).MeasureAsync();
                    break;
                case ["--help"] or ["search" or "matching", ..]:
                    Console.WriteLine(Usage);
                    return 0;
                default:
                    await Console.Error.WriteLineAsync(Usage);
                    return 2;
            }
            Console.WriteLine($"\n{machine}\n\n{figures.ToMarkdown()}");
            return figures.AllMet ? 0 : 1;
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException)
        {
            await Console.Error.WriteLineAsync($"benchmarks: {failure.Message}");
            return 2;
        }
    }

    private static async Task<Figures> MeasureAsync(Effort effort)
    {
        await Tools.RequireAsync();
        using var workplace = new Workplace();
        var site = await PublishedSite.MakeAsync(workplace);
        var figures = new Figures();
        await Starts.MeasureAsync(site, effort, figures);
        await CachedPages.MeasureAsync(site, effort, figures);
        await RenderedArticle.MeasureAsync(site, effort, figures);
        await Growth.MeasureAsync(site, effort, figures);
        return figures;
    }
}
