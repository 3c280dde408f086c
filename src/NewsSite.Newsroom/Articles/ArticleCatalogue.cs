using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Articles;

/// <summary>As much of an article as its address and a sitemap need.</summary>
public sealed record ArticleEntry
{
    public required long Id { get; init; }
    public required string Language { get; init; }
    public required long SectionId { get; init; }
    public required string Slug { get; init; }
    public required long? TranslationGroup { get; init; }
    public required DateTimeOffset ModifiedAt { get; init; }

    internal static readonly Expression<Func<Article, ArticleEntry>> Of = article => new ArticleEntry
    {
        Id = article.Id,
        Language = article.Language,
        SectionId = article.SectionId,
        Slug = article.Slug,
        TranslationGroup = article.TranslationGroup,
        ModifiedAt = article.ModifiedAt,
    };
}

/// <summary>That a section, tag or author has articles in a language, and when the newest came.</summary>
public sealed record Listing(long Id, string Language, DateTimeOffset NewestAt);

/// <summary>
/// Everything that readers may see, for sitemaps: read in the order of ids, in parts that are ranges of ids, so that a part's
/// address means the same for ever and reading it never walks over the others.
/// </summary>
public sealed class ArticleCatalogue(NewsDb db)
{
    private IQueryable<Article> Shown => db.Set<Article>().AsNoTracking().Where(article => article.State == ArticleState.Published);

    /// <summary>The parts that hold a published article.</summary>
    public async Task<IReadOnlyList<CataloguePart>> PartsAsync(int size, CancellationToken cancel = default) =>
        await Shown.GroupBy(article => article.Id / size).OrderBy(part => part.Key)
            .Select(part => new CataloguePart(part.Key, part.Max(article => article.ModifiedAt))).ToListAsync(cancel);

    /// <summary>The next articles of a range, after an id in it.</summary>
    public async Task<IReadOnlyList<ArticleEntry>> EntriesAsync(IdRange range, long after, int take, CancellationToken cancel = default) =>
        await Shown.Where(article => article.Id > after && article.Id >= range.From && article.Id < range.To).OrderBy(article => article.Id).Take(take)
            .Select(ArticleEntry.Of).ToListAsync(cancel);

    /// <summary>The published articles of these translation groups.</summary>
    public async Task<ILookup<long, ArticleEntry>> TranslationsAsync(IReadOnlyCollection<long> groups, CancellationToken cancel = default) =>
        groups.Count == 0
            ? Enumerable.Empty<ArticleEntry>().ToLookup(entry => 0L)
            : (await Shown.Where(article => article.TranslationGroup != null && groups.Contains(article.TranslationGroup.Value)).OrderBy(article => article.Id)
                .Select(ArticleEntry.Of).ToListAsync(cancel)).ToLookup(entry => entry.TranslationGroup!.Value);

    public async Task<IReadOnlyList<Listing>> SectionsAsync(CancellationToken cancel = default) =>
        await Shown.GroupBy(article => new { article.SectionId, article.Language })
            .Select(group => new Listing(group.Key.SectionId, group.Key.Language, group.Max(article => article.PublishedAt)!.Value)).ToListAsync(cancel);

    /// <summary>The tags of a range that have articles.</summary>
    public async Task<IReadOnlyList<Listing>> TagsAsync(IdRange range, CancellationToken cancel = default) =>
        await db.Set<ArticleTag>().AsNoTracking().Where(tag => tag.TagId >= range.From && tag.TagId < range.To && tag.PublishedAt != null)
            .GroupBy(tag => new { tag.TagId, tag.Language })
            .Select(group => new Listing(group.Key.TagId, group.Key.Language, group.Max(tag => tag.PublishedAt)!.Value)).ToListAsync(cancel);

    /// <summary>The authors of a range who have articles.</summary>
    public async Task<IReadOnlyList<Listing>> AuthorsAsync(IdRange range, CancellationToken cancel = default) =>
        await db.Set<Byline>().AsNoTracking().Where(byline => byline.AuthorId >= range.From && byline.AuthorId < range.To && byline.PublishedAt != null)
            .GroupBy(byline => new { byline.AuthorId, byline.Language })
            .Select(group => new Listing(group.Key.AuthorId, group.Key.Language, group.Max(byline => byline.PublishedAt)!.Value)).ToListAsync(cancel);

    /// <summary>The parts of the tags, by number.</summary>
    public async Task<IReadOnlyList<CataloguePart>> TagPartsAsync(int size, CancellationToken cancel = default) =>
        await db.Set<ArticleTag>().AsNoTracking().Where(tag => tag.PublishedAt != null)
            .GroupBy(tag => tag.TagId / size).OrderBy(part => part.Key)
            .Select(part => new CataloguePart(part.Key, part.Max(tag => tag.PublishedAt)!.Value)).ToListAsync(cancel);

    /// <summary>The parts of the authors, by number.</summary>
    public async Task<IReadOnlyList<CataloguePart>> AuthorPartsAsync(int size, CancellationToken cancel = default) =>
        await db.Set<Byline>().AsNoTracking().Where(byline => byline.PublishedAt != null)
            .GroupBy(byline => byline.AuthorId / size).OrderBy(part => part.Key)
            .Select(part => new CataloguePart(part.Key, part.Max(byline => byline.PublishedAt)!.Value)).ToListAsync(cancel);
}
