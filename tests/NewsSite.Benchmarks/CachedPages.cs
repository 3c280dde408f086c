using System.Globalization;

namespace NewsSite.Benchmarks;

/// <summary>Pages from the page cache against nginx with the same bytes in a file.</summary>
internal static class CachedPages
{
    private const double Limit = 0.5;
    private const int Connections = 32;

    public static async Task MeasureAsync(PublishedSite site, Effort effort, Figures figures)
    {
        Console.WriteLine("Measuring cached pages");
        using var running = await site.ServeAsync(site.Workplace.NewFolder("cached"));
        using var files = await FileServer.StartAsync(site.Workplace);
        var pages = new SitePages(running);
        var measured = new List<(string Name, string Path, string File)>();
        foreach (var (name, path) in new[] { ("Front page", "/"), ("Article", (await pages.ArticlesAsync(1, 1))[0]), ("Section", await pages.SectionAsync()), ("`/jobs`", "/jobs") })
            measured.Add((name, path, await files.AddAsync(await pages.ReadAsync(path))));
        foreach (var page in measured)
            await Load.WarmUpAsync(site.Workplace, running.Address, [page.Path], effort.WarmUpSeconds / measured.Count);

        var rates = measured.ToDictionary(page => page.Name, _ => new List<(double Ours, double Theirs)>());
        for (var round = 0; round < effort.Rounds; round++)
        {
            foreach (var page in measured)
            {
                rates[page.Name].Add((
                    await Load.RunAsync(site.Workplace, running.Address, [page.Path], effort.Seconds, Connections),
                    await Load.RunAsync(site.Workplace, files.Address, [page.File], effort.Seconds, Connections)));
            }
        }
        foreach (var page in measured)
            figures.AddRatio($"{page.Name} from the page cache", rates[page.Name], Limit, "0.5");
        figures.Add("Memory after that", string.Create(CultureInfo.InvariantCulture, $"{running.Memory()} MB"));
    }

    /// <summary>The median of the rounds' ratios: what disturbs one round disturbs both sides.</summary>
    public static void AddRatio(this Figures figures, string what, IReadOnlyList<(double Ours, double Theirs)> rounds, double limit, string named)
    {
        var ratio = Load.Median(rounds.Select(round => round.Ours / round.Theirs));
        figures.Add(what,
            string.Create(CultureInfo.InvariantCulture, $"{Load.Median(rounds.Select(round => round.Ours)):N0}/s, nginx {Load.Median(rounds.Select(round => round.Theirs)):N0}/s: {ratio:0.00#}"),
            $"≥ {named}", ratio >= limit);
    }
}
