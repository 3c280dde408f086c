using System.Globalization;
using Microsoft.Extensions.Options;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;

namespace NewsSite.Web;

/// <summary>
/// Every address that readers see, in one place. Paths begin with the language; <see cref="Absolute"/> puts the site's public
/// address before them, never the Host header.
/// </summary>
public sealed class Addresses(IOptions<SiteSettings> settings)
{
    private readonly string _origin = settings.Value.PublicUrl.TrimEnd('/');

    /// <summary>The public address without a path.</summary>
    public string Origin => _origin;

    public string Absolute(string path) => _origin + path;

    public static string Home(Language language) => language.Prefix.Length == 0 ? "/" : language.Prefix;

    public static string Section(Language language, Section section) => $"{language.Prefix}/news/{section.Slug}";

    public static string Article(ArticleCard card, Section section) =>
        string.Create(CultureInfo.InvariantCulture, $"{Language.OrDefault(card.Language).Prefix}/news/{section.Slug}/{card.Id}/{card.Slug}");

    public static string Article(DeskArticle article, Section section) =>
        string.Create(CultureInfo.InvariantCulture, $"{Language.OrDefault(article.Language).Prefix}/news/{section.Slug}/{article.Id}/{article.Slug}");

    public static string Article(ArticleEntry entry, Section section) =>
        string.Create(CultureInfo.InvariantCulture, $"{Language.OrDefault(entry.Language).Prefix}/news/{section.Slug}/{entry.Id}/{entry.Slug}");

    public static string Tag(Language language, string slug) => $"{language.Prefix}/tags/{slug}";

    public static string Author(Language language, string slug) => $"{language.Prefix}/authors/{slug}";

    public static string Latest(Language language) => $"{language.Prefix}/latest";

    /// <summary>A fragment: older headlines, to be read in place.</summary>
    public static string Headlines(Language language) => $"{language.Prefix}/headlines";

    public static string StaticPage(Language language, string slug) => $"{language.Prefix}/pages/{slug}";

    public static string Search(Language language) => $"{language.Prefix}/search";

    /// <summary>What a search box's script asks while somebody types.</summary>
    /// <param name="box">As <see cref="Pages.Search.SuggestionBox"/>.</param>
    public static string Suggestions(Language language, string box) => $"{language.Prefix}/search/suggestions?for={box}";

    public static string JobsOf(Language language, string category) => $"{language.Prefix}/jobs?category={category}";

    public static string Jobs(Language language) => $"{language.Prefix}/jobs";

    public static string TopJobs(Language language) => $"{language.Prefix}/jobs/top";

    public static string Letters(Language language) => $"{language.Prefix}/alerts";

    public static string NewAlert(Language language) => $"{language.Prefix}/alerts/new";

    /// <param name="token">Signed.</param>
    public static string MyAlerts(Language language, string token) => $"{language.Prefix}/alerts/mine/{token}";

    public static string PostJob(Language language) => $"{language.Prefix}/jobs/post";

    /// <summary>A job in the interface of any language; its canonical address is in the advert's own.</summary>
    public static string Job(Language language, long id, string slug) =>
        string.Create(CultureInfo.InvariantCulture, $"{language.Prefix}/jobs/{id}/{slug}");

    public static string Job(Language language, JobCard card) => Job(language, card.Id, card.Slug);

    public static string Apply(Language language, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{language.Prefix}/jobs/{id}/apply");

    /// <summary>Counts, and leads on to the employer's own address.</summary>
    public static string ApplyElsewhere(Language language, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{language.Prefix}/jobs/{id}/out");

    public static string ReportJob(Language language, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{language.Prefix}/jobs/{id}/report");

    public static string SavedJobs(Language language) => $"{language.Prefix}/jobs/saved";

    public static string CanonicalJob(Posting posting) => Job(Language.OrDefault(posting.Language), posting.Id, posting.Slug);

    public static string Employer(Language language, string slug) => $"{language.Prefix}/employers/{slug}";

    /// <summary>A feed of a list, which is named by its path; the paper's own list by its language's prefix.</summary>
    /// <param name="file">Such as feed.xml.</param>
    public static string Feed(string list, string file) => $"{list}/{file}";

    public const string IndeedFeed = "/jobs/indeed.xml";

    public const string SitemapIndex = "/sitemap.xml";

    public const string NewsSitemap = "/sitemap-news.xml";

    public static string SitemapPart(string kind, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"/sitemap-{kind}-{number}.xml");

    public static string Manifest(Language language) => $"{language.Prefix}/manifest.webmanifest";

    /// <summary>The same list, from that place on.</summary>
    public static string Before(string list, ListKey key) => $"{list}?before={key}";
}
