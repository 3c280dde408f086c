using Microsoft.Extensions.Options;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;

namespace NewsSite.Web.Feeds.Sitemaps;

/// <summary>
/// Which sitemaps there are. Each is a range of ids, so an article stays in the same one for ever, only the last one grows,
/// and none can hold more addresses than it has ids.
/// </summary>
internal sealed class SitemapIndex(ArticleCatalogue articles, PostingCatalogue postings, IOptions<SitemapSettings> settings, GenerationMemory memory)
{
    private int Size => settings.Value.Addresses;

    /// <summary>Lists have an address in each language.</summary>
    private int ListSize => Math.Max(1, Size / Language.All.Count);

    public IdRange Range(SitemapPart part) =>
        IdRange.OfPart(part.Number, part.Kind is SitemapKind.Articles or SitemapKind.Jobs ? Size : ListSize);

    public ValueTask<IReadOnlyList<SitemapPart>> PartsAsync() => memory.GetAsync("sitemap parts", async () =>
    {
        var listed = await articles.PartsAsync(Size);
        IReadOnlyList<SitemapPart> parts =
        [
            new SitemapPart(SitemapKind.Pages, 0, listed.Count == 0 ? null : listed.Max(part => part.ModifiedAt)),
            .. Of(SitemapKind.Articles, listed),
            .. Of(SitemapKind.Tags, await articles.TagPartsAsync(ListSize)),
            .. Of(SitemapKind.Authors, await articles.AuthorPartsAsync(ListSize)),
            .. Of(SitemapKind.Jobs, await postings.PartsAsync(Size)),
            .. Of(SitemapKind.Employers, await postings.EmployerPartsAsync(ListSize)),
        ];
        return parts;
    });

    /// <summary>The part with that name, or null where it would be empty.</summary>
    public async Task<SitemapPart?> FindAsync(string kind, long number) =>
        (await PartsAsync()).FirstOrDefault(part => part.Kind == kind && part.Number == number);

    private static IEnumerable<SitemapPart> Of(string kind, IReadOnlyList<CataloguePart> parts) =>
        parts.Select(part => new SitemapPart(kind, part.Number, part.ModifiedAt));
}
