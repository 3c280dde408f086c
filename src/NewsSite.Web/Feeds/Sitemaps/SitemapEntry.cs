using NewsSite.Web.Pages;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>An address in a sitemap.</summary>
/// <param name="Alternates">The same in each of its languages, this one included; empty where it has one.</param>
internal sealed record SitemapEntry(string Path, DateTimeOffset? ModifiedAt, IReadOnlyList<Alternate> Alternates);

/// <summary>A sitemap that the index names.</summary>
/// <param name="Kind">One of <see cref="SitemapKind"/>.</param>
internal sealed record SitemapPart(string Kind, long Number, DateTimeOffset? ModifiedAt)
{
    public string Path => Addresses.SitemapPart(Kind, Number);
}

internal static class SitemapKind
{
    /// <summary>The front pages, the lists that every paper has, sections and static pages.</summary>
    public const string Pages = "pages";
    public const string Articles = "articles";
    public const string Tags = "tags";
    public const string Authors = "authors";
    public const string Jobs = "jobs";
    public const string Employers = "employers";
}
