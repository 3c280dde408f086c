using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Articles;

/// <summary>What readers may ask of the articles. Lists are newest first and paged by key.</summary>
public sealed class PublishedArticles(NewsDb db)
{
    private IQueryable<Article> Shown => db.Set<Article>().AsNoTracking().Where(article => article.State == ArticleState.Published);

    public Task<ListPage<ArticleCard>> LatestAsync(Language language, int size, ListKey? before = null, CancellationToken cancel = default) =>
        ListAsync([Shown.Where(article => article.Language == language.Code)], size, before, cancel);

    /// <summary>Those kept above newer ones on the front page, the newest first.</summary>
    public async Task<IReadOnlyList<ArticleCard>> PinnedAsync(Language language, int size, CancellationToken cancel = default) =>
        (await PageAsync(Shown.Where(article => article.Language == language.Code && article.IsPinned), size, null, cancel)).Items;

    /// <summary>Those of these that readers may see, in any language, by id.</summary>
    public async Task<IReadOnlyDictionary<long, ArticleCard>> OfAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default) =>
        ids.Count == 0 ? new Dictionary<long, ArticleCard>() : await Shown.Where(article => ids.Contains(article.Id)).Select(ArticleCard.Of).ToDictionaryAsync(card => card.Id, cancel);

    /// <summary>Those of these that readers of the language may see, by id.</summary>
    public async Task<IReadOnlyDictionary<long, ArticleCard>> OfAsync(IEnumerable<long> ids, Language language, CancellationToken cancel = default)
    {
        var wanted = ids.ToList();
        if (wanted.Count == 0)
            return new Dictionary<long, ArticleCard>();
        return await Shown.Where(article => wanted.Contains(article.Id) && article.Language == language.Code)
            .Select(ArticleCard.Of).ToDictionaryAsync(card => card.Id, cancel);
    }

    /// <summary>Articles of several sections: each is read from its own index, then they are merged.</summary>
    public Task<ListPage<ArticleCard>> InSectionsAsync(
        IEnumerable<long> sections, Language language, int size, ListKey? before = null, CancellationToken cancel = default) =>
        ListAsync([.. sections.Select(section => Shown.Where(article => article.SectionId == section && article.Language == language.Code))], size, before, cancel);

    public async Task<ListPage<ArticleCard>> TaggedAsync(long tag, Language language, int size, ListKey? before = null, CancellationToken cancel = default)
    {
        var tagged = db.Set<ArticleTag>().AsNoTracking()
            .Where(entry => entry.TagId == tag && entry.Language == language.Code && entry.PublishedAt != null);
        var places = tagged.Select(entry => new ListPlace { At = entry.PublishedAt!.Value, Id = entry.ArticleId });
        if (before is { } key)
            tagged = tagged.Where(entry => entry.PublishedAt <= key.At && !(entry.PublishedAt == key.At && entry.ArticleId >= key.Id));
        return ListPage<ArticleCard>.Of(await tagged
            .OrderByDescending(entry => entry.PublishedAt).ThenByDescending(entry => entry.ArticleId)
            .Take(size + 1).Select(entry => entry.Article).Select(ArticleCard.Of).ToListAsync(cancel), size) with
        { Newer = await ListPlace.NewerAsync([places], before, size, cancel) };
    }

    public async Task<ListPage<ArticleCard>> ByAuthorAsync(long author, Language language, int size, ListKey? before = null, CancellationToken cancel = default)
    {
        var signed = db.Set<Byline>().AsNoTracking()
            .Where(entry => entry.AuthorId == author && entry.Language == language.Code && entry.PublishedAt != null);
        var places = signed.Select(entry => new ListPlace { At = entry.PublishedAt!.Value, Id = entry.ArticleId });
        if (before is { } key)
            signed = signed.Where(entry => entry.PublishedAt <= key.At && !(entry.PublishedAt == key.At && entry.ArticleId >= key.Id));
        return ListPage<ArticleCard>.Of(await signed
            .OrderByDescending(entry => entry.PublishedAt).ThenByDescending(entry => entry.ArticleId)
            .Take(size + 1).Select(entry => entry.Article).Select(ArticleCard.Of).ToListAsync(cancel), size) with
        { Newer = await ListPlace.NewerAsync([places], before, size, cancel) };
    }

    /// <summary>The newest articles for which all of the filter holds; for the API.</summary>
    public Task<ListPage<ArticleCard>> MatchingAsync(ArticleFilter filter, int size, CancellationToken cancel = default)
    {
        var articles = Shown;
        if (filter.Sections.Count > 0)
            articles = articles.Where(article => filter.Sections.Contains(article.SectionId));
        if (filter.Tag is { } tag)
            articles = articles.Where(article => article.Tags.Any(entry => entry.TagId == tag));
        if (filter.Author is { } author)
            articles = articles.Where(article => article.Bylines.Any(entry => entry.AuthorId == author));
        if (filter.Language is { } language)
            articles = articles.Where(article => article.Language == language.Code);
        if (filter.Since is { } since)
            articles = articles.Where(article => article.PublishedAt >= since);
        return PageAsync(articles, size, filter.Before, cancel);
    }

    /// <summary>Every published article in the order of its id, for sitemaps and the API.</summary>
    public async Task<IReadOnlyList<ArticleCard>> AfterAsync(long id, int size, CancellationToken cancel = default) =>
        await Shown.Where(article => article.Id > id).OrderBy(article => article.Id).Take(size).Select(ArticleCard.Of).ToListAsync(cancel);

    public async Task<IReadOnlyList<ArticleCard>> SinceAsync(DateTimeOffset since, int size, CancellationToken cancel = default) =>
        await Shown.Where(article => article.PublishedAt >= since)
            .OrderByDescending(article => article.PublishedAt).Take(size).Select(ArticleCard.Of).ToListAsync(cancel);

    /// <summary>A page that readers turn, of one list or of several merged.</summary>
    private static async Task<ListPage<ArticleCard>> ListAsync(IReadOnlyList<IQueryable<Article>> lists, int size, ListKey? before, CancellationToken cancel)
    {
        var pages = new List<ListPage<ArticleCard>>();
        foreach (var list in lists)
            pages.Add(await PageAsync(list, size, before, cancel));
        var merged = pages.SelectMany(page => page.Items).OrderByDescending(card => card.PublishedAt).ThenByDescending(card => card.Id).ToList();
        return new ListPage<ArticleCard>([.. merged.Take(size)], merged.Count > size || pages.Exists(page => page.HasMore))
        {
            Newer = await ListPlace.NewerAsync(
                lists.Select(list => list.Select(article => new ListPlace { At = article.PublishedAt!.Value, Id = article.Id })), before, size, cancel),
        };
    }

    private static async Task<ListPage<ArticleCard>> PageAsync(IQueryable<Article> articles, int size, ListKey? before, CancellationToken cancel)
    {
        // Written so that both databases read a range of the index and stop, rather than walk it from the newest.
        if (before is { } key)
            articles = articles.Where(article => article.PublishedAt <= key.At && !(article.PublishedAt == key.At && article.Id >= key.Id));
        return ListPage<ArticleCard>.Of(await articles
            .OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id)
            .Take(size + 1).Select(ArticleCard.Of).ToListAsync(cancel), size);
    }
}
