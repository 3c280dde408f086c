namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>How many addresses a sitemap may hold; the protocol allows 50,000.</summary>
public sealed record SitemapSize(int Addresses)
{
    public static readonly SitemapSize Protocol = new(50_000);
}
