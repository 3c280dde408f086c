using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks;

/// <summary>How long a start takes, and how heavy the front page is.</summary>
internal static partial class Starts
{
    private const double FilledLimit = 2;
    private const double EmptyLimit = 10;
    private const int HtmlLimit = 25_000;
    private const int ScriptLimit = 15_000;

    public static async Task MeasureAsync(PublishedSite site, Effort effort, Figures figures)
    {
        var filled = await site.SampleAsync(effort.Articles, effort.Jobs);
        Console.WriteLine("Starting");
        await TimeAsync($"Start to first answer, {effort.Articles:N0} articles", () => site.ServeFreelyAsync(filled), FilledLimit, effort, figures);
        var empty = 0;
        await TimeAsync("Start to first answer, empty, with the demo paper", () => site.ServeFreelyAsync(site.Workplace.NewFolder($"empty-{empty++}")), EmptyLimit, effort, figures);
        await Tools.RunAsync("dotnet", "build", Path.Combine(Workplace.Repository, "src", "NewsSite.Web"), "-v", "quiet", "--disable-build-servers");
        await TimeAsync("The same by `dotnet run`, built before", () => PublishedSite.RunFromSourceAsync(site.Workplace.NewFolder($"empty-{empty++}")), EmptyLimit, effort, figures);
        await WeighAsync(site, figures);
    }

    private static async Task TimeAsync(string what, Func<Task<RunningSite>> start, double limit, Effort effort, Figures figures)
    {
        var seconds = new List<double>();
        for (var i = 0; i < effort.Starts; i++)
        {
            using var running = await start();
            seconds.Add(running.TimeToFirstAnswer.TotalSeconds);
        }
        figures.Add(what, string.Create(CultureInfo.InvariantCulture, $"{Load.Median(seconds):F2} s (slowest {seconds.Max():F2} s)"), string.Create(CultureInfo.InvariantCulture, $"< {limit} s"), seconds.Max() < limit);
    }

    private static async Task WeighAsync(PublishedSite site, Figures figures)
    {
        using var running = await site.ServeAsync(site.Workplace.NewFolder("weighed"));
        var pages = new SitePages(running);
        var html = await pages.ReadAsync("/");
        var sizes = new List<string>();
        var largest = 0L;
        foreach (var encoding in (string[])["br", "gzip"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/");
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            using var answer = await running.Client.SendAsync(request);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            if (!answer.Content.Headers.ContentEncoding.Contains(encoding) || (await OpenAsync(bytes, encoding)).Length != html.Length)
                throw new InvalidOperationException($"the front page asked for as {encoding} is another one");
            sizes.Add(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length / 1000.0:F1} kB {encoding}"));
            largest = Math.Max(largest, bytes.Length);
        }
        figures.Add("Front page's HTML", string.Join(", ", sizes), "< 25 kB", largest < HtmlLimit);
        var script = 0;
        foreach (var address in await pages.LinksAsync("/", Script()))
            script += (await pages.ReadAsync(address)).Length;
        figures.Add("Script of a page, not compressed", string.Create(CultureInfo.InvariantCulture, $"{script / 1000.0:F1} kB"), "≤ 15 kB", script <= ScriptLimit);
    }

    private static async Task<byte[]> OpenAsync(byte[] compressed, string encoding)
    {
        using var from = new MemoryStream(compressed);
        await using Stream opened = encoding == "br" ? new BrotliStream(from, CompressionMode.Decompress) : new GZipStream(from, CompressionMode.Decompress);
        using var to = new MemoryStream();
        await opened.CopyToAsync(to);
        return to.ToArray();
    }

    [GeneratedRegex("<script[^>]* src=\"([^\"]+)\"")]
    private static partial Regex Script();
}
