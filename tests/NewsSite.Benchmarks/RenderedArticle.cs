namespace NewsSite.Benchmarks;

/// <summary>Articles rendered for each request (Site__PageCache=false), many different ones in turn, against nginx with the same files.</summary>
internal static class RenderedArticle
{
    private const double Limit = 1 / 20.0;
    private const int Connections = 8;

    /// <summary>The demo paper has fewer: then all of them.</summary>
    private const int Articles = 64;

    public static async Task MeasureAsync(PublishedSite site, Effort effort, Figures figures)
    {
        Console.WriteLine("Measuring articles without the page cache");
        using var running = await site.ServeAsync(site.Workplace.NewFolder("rendered"), pageCache: false);
        using var files = await FileServer.StartAsync(site.Workplace);
        var pages = new SitePages(running);
        var articles = await pages.ArticlesAsync(Articles, Articles);
        var kept = new List<string>();
        foreach (var article in articles)
            kept.Add(await files.AddAsync(await pages.ReadAsync(article)));
        await Load.WarmUpAsync(site.Workplace, running.Address, articles, effort.WarmUpSeconds);

        var rounds = new List<(double Ours, double Theirs)>();
        for (var round = 0; round < effort.Rounds; round++)
        {
            rounds.Add((
                await Load.RunAsync(site.Workplace, running.Address, articles, effort.Seconds, Connections),
                await Load.RunAsync(site.Workplace, files.Address, kept, effort.Seconds, Connections)));
        }
        figures.AddRatio($"Article without the page cache ({articles.Count} different ones)", rounds, Limit, "0.05");
    }
}
