using System.ComponentModel.DataAnnotations;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>The section "Sitemaps" of the settings.</summary>
public sealed class SitemapSettings
{
    /// <summary>How many addresses a sitemap may hold: the protocol allows no more, and each list has one in three languages.</summary>
    [Range(3, 50_000)]
    public int Addresses { get; set; } = 50_000;
}
