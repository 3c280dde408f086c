namespace NewsSite.Benchmarks;

/// <summary>Makes the figures that README quotes: publishes the site, fills papers, and measures whole pages over HTTP.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments.Any(argument => argument is not "--quick"))
        {
            await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project tests/NewsSite.Benchmarks [-- --quick]");
            return 2;
        }
        try
        {
            var figures = await MeasureAsync(arguments.Length > 0 ? Effort.Quick : Effort.Full);
            Console.WriteLine($"\n{await Machine.DescribeAsync()}\n\n{figures.ToMarkdown()}");
            return figures.AllMet ? 0 : 1;
        }
        catch (InvalidOperationException failure)
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
