using System.Globalization;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Downloads;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Languages;

namespace NewsSite.Web;

/// <summary>
/// Whether something stands at a path of this site. Redirects are looked up only where nothing does, so one from there would do
/// nothing, and whoever wishes it should be told.
/// </summary>
public sealed class LivingAddresses(EndpointDataSource endpoints, IServiceProvider services)
{
    /// <param name="path">In lower case, with its language.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<bool> IsAliveAsync(string path, CancellationToken cancel)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is [var first, ..] && Language.Find(first) is { Prefix.Length: > 0 })
            segments = segments[1..];
        return segments switch
        {
            [] => true,
            ["news", var slug] => (await services.GetRequiredService<SectionMenu>().TreeAsync()).Find(slug) is not null,
            ["news", _, var number, ..] when Number(number) is { } id => (await services.GetRequiredService<ArticleReader>().FindAsync(id, cancel)).Article is not null,
            ["news", ..] => false,
            ["tags", var slug] => await services.GetRequiredService<TagIndex>().FindAsync(slug, cancel) is not null,
            ["authors", var slug] => await services.GetRequiredService<Authors>().FindAsync(slug, cancel) is not null,
            ["pages", var slug] => (await services.GetRequiredService<PublishedPages>().FindAsync(slug, cancel)).Count > 0,
            ["downloads", var number, ..] when Number(number) is { } id => await services.GetRequiredService<DownloadShelf>().FindAsync(id, cancel) is { File.Length: > 0 },
            ["employers", var slug] => await services.GetRequiredService<EmployerDirectory>().FindAsync(slug, cancel) is not null,
            ["jobs", var number, ..] when Number(number) is { } id => await services.GetRequiredService<OpenPostings>().FindAsync(id, cancel) is not null,
            _ => Fixed.Contains(string.Join('/', segments)) || Closed.Contains(segments[0]),
        };
    }

    /// <summary>What belongs to the program whatever lies below it.</summary>
    private static readonly HashSet<string> Closed = ["account", "alerts", "newsroom", "employer", "api", "openapi", "health", "status", "media", "dist", "img", "preview"];

    /// <summary>Routes without a parameter.</summary>
    private HashSet<string> Fixed { get; } = [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0)
        .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/').ToLowerInvariant())];

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
