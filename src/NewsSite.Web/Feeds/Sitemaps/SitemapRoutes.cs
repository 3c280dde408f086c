using System.Globalization;
using System.Text;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Web.Caching;
using NewsSite.Web.Languages;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>What tells search engines where everything is: sitemaps and robots.txt. They describe all languages, so they lie under none.</summary>
public static class SitemapRoutes
{
    private const string Xml = "application/xml";
    private const int NewsAtMost = 1000;

    private static readonly TimeSpan NewsFor = TimeSpan.FromDays(2);
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>What no robot should ask for: pages of people, of the newsroom, searches and fragments of pages.</summary>
    private static readonly string[] ClosedToRobots = ["/account/", "/employer/", "/newsroom/", "/search", "/headlines", "/jobs/top", "/status/"];

    public static void AddSitemaps(this IServiceCollection services)
    {
        services.AddOptions<SitemapSettings>().BindConfiguration("Sitemaps").ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<SitemapIndex>();
        services.AddScoped<SitemapContents>();
        services.AddScoped<SitemapParts>();
    }

    public static void MapSitemaps(this WebApplication app)
    {
        var atRoot = app.MapGroup("").AllowAnonymous().OnlyAtRoot();
        var kept = atRoot.MapGroup("").WithMetadata(new KeptForEverybodyAttribute());
        kept.MapMethods(Addresses.SitemapIndex, Read, async (SitemapIndex index, Addresses addresses) =>
        {
            var parts = await index.PartsAsync();
            return new MachineText(Xml, stream => SitemapXml.WriteIndex(stream, parts, addresses));
        });
        kept.MapMethods(Addresses.NewsSitemap, Read, async (PublishedArticles articles, FrameMaker frames, PaperClock clock, Addresses addresses, CancellationToken cancel) =>
        {
            var cards = await articles.SinceAsync(clock.Now - NewsFor, NewsAtMost, cancel);
            var frame = await frames.MakeAsync(Language.Default);
            return new MachineText(Xml, stream => SitemapXml.WriteNews(stream, cards, frame, addresses));
        });
        kept.MapMethods("/robots.txt", Read, (Addresses addresses) => new MachineText("text/plain", stream => WriteRobots(stream, addresses)));
        atRoot.MapMethods("/sitemap-{kind}-{number:long}.xml", Read, AnswerPartAsync);
    }

    private static async Task<IResult> AnswerPartAsync(HttpContext context, string kind, string number, SitemapParts parts)
    {
        // One address for each part: "007" is another name for 7, and not answered.
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value.ToString(CultureInfo.InvariantCulture) != number)
            return Results.NotFound();
        return await parts.AnswerAsync(context, kind, value) ? Results.Empty : Results.NotFound();
    }

    private static void WriteRobots(Stream stream, Addresses addresses)
    {
        using var robots = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        robots.WriteLine("User-agent: *");
        foreach (var path in Language.All.SelectMany(language => ClosedToRobots.Select(path => language.Prefix + path)))
            robots.WriteLine($"Disallow: {path}");
        robots.WriteLine();
        robots.WriteLine($"Sitemap: {addresses.Absolute(Addresses.SitemapIndex)}");
        robots.WriteLine($"Sitemap: {addresses.Absolute(Addresses.NewsSitemap)}");
    }
}
