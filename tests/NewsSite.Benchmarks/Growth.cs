using System.Globalization;

namespace NewsSite.Benchmarks;

/// <summary>How much longer each page takes on a large paper than on a small one.</summary>
internal static class Growth
{
    private const int SmallArticles = 1000;
    private const int SmallJobs = 200;
    private const double Limit = 1.25;
    private const int Connections = 4;

    /// <summary>Twice as many as the site keeps read: half of them come from the tables each time.</summary>
    private const int DifferentArticles = 1000;

    public static async Task MeasureAsync(PublishedSite site, Effort effort, Figures figures)
    {
        var small = await site.SampleAsync(SmallArticles, SmallJobs);
        var large = await site.SampleAsync(effort.Articles, effort.Jobs);
        foreach (var pageCache in (bool[])[false, true])
        {
            Console.WriteLine($"Measuring both papers {(pageCache ? "with" : "without")} the page cache");
            using var smallSite = await site.ServeAsync(small, pageCache);
            using var largeSite = await site.ServeAsync(large, pageCache);
            var smallPages = await PagesAsync(smallSite, SmallArticles);
            var largePages = await PagesAsync(largeSite, effort.Articles);
            string[] all = [.. smallPages.SelectMany(page => page.Paths)];
            await Load.WarmUpAsync(site.Workplace, smallSite.Address, all, effort.WarmUpSeconds);
            await Load.WarmUpAsync(site.Workplace, largeSite.Address, [.. largePages.SelectMany(page => page.Paths)], effort.WarmUpSeconds);
            foreach (var (smallPage, largePage) in smallPages.Zip(largePages))
            {
                var rounds = new List<(double Small, double Large)>();
                for (var round = 0; round < effort.Rounds; round++)
                {
                    rounds.Add((
                        1e6 / await Load.RunAsync(site.Workplace, smallSite.Address, smallPage.Paths, effort.Seconds, Connections),
                        1e6 / await Load.RunAsync(site.Workplace, largeSite.Address, largePage.Paths, effort.Seconds, Connections)));
                }
                var growth = Load.Median(rounds.Select(round => round.Large / round.Small));
                figures.Add($"{smallPage.Name} {(pageCache ? "from" : "without")} the page cache, 1,000 → {effort.Articles:N0} articles",
                    string.Create(CultureInfo.InvariantCulture, $"{Load.Median(rounds.Select(round => round.Small)):N0} → {Load.Median(rounds.Select(round => round.Large)):N0} µs: × {growth:F2}"),
                    "≤ × 1.25", growth <= Limit);
            }
            if (pageCache)
                figures.Add($"Memory with {effort.Articles:N0} articles", string.Create(CultureInfo.InvariantCulture, $"{largeSite.Memory()} MB"));
        }
    }

    /// <summary>The same kinds of page on both papers, each as full as it gets.</summary>
    private static async Task<IReadOnlyList<Page>> PagesAsync(RunningSite site, int articles)
    {
        var pages = new SitePages(site);
        var some = await pages.ArticlesAsync(articles, DifferentArticles);
        string[] english = [.. some.Where(article => article.StartsWith("/news/", StringComparison.Ordinal)).Take(8)];
        var section = await pages.SectionAsync();
        var job = await pages.JobAsync();
        return
        [
            new("Front page", ["/"]),
            new("Articles", some),
            new("Section", [section]),
            new("Section, 3 pages back", [await pages.OlderAsync(section, 3)]),
            new("Latest", ["/latest"]),
            new("Tag", [await pages.FullestAsync(english, "tags")]),
            new("Author", [await pages.FullestAsync(english, "authors")]),
            new("`/jobs`", ["/jobs"]),
            new("`/jobs`, 3 pages back", [await pages.OlderAsync("/jobs", 3)]),
            new("Job", [job]),
            new("Employer", [await pages.FullestAsync([job], "employers")]),
        ];
    }

    private sealed record Page(string Name, IReadOnlyList<string> Paths);
}
