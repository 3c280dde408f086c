using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.Articles;

/// <summary>All that the page of a published article shows.</summary>
public sealed record ReaderArticle
{
    public required ArticleCard Card { get; init; }
    public required BlockDocument Body { get; init; }
    public required string HeroCaption { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? UpdatedAt { get; init; }
    public required long? TranslationGroup { get; init; }
    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>The hero picture and those of the body, by id.</summary>
    public required IReadOnlyDictionary<long, MediaItem> Media { get; init; }
    public required long? HeroId { get; init; }
}

/// <summary>What stands at an article's address: the article, nothing, or the place where one was.</summary>
/// <param name="IsGone">It was published once and is not any more.</param>
public sealed record FoundArticle(ReaderArticle? Article, bool IsGone);

/// <summary>Finds one article for readers.</summary>
public sealed class ArticleReader(NewsDb db)
{
    private static readonly FoundArticle Nothing = new(null, IsGone: false);

    public async Task<FoundArticle> FindAsync(long id, CancellationToken cancel = default)
    {
        var queries = db.Engine == DatabaseEngine.Sqlite ? Queries.OnSqlite : Queries.OnPostgres;
        var article = await queries.Article(db, id);
        if (article is null || article.Version is null)
            return article?.State == ArticleState.Unpublished ? new FoundArticle(null, IsGone: true) : Nothing;
        if (article.State != ArticleState.Published)
            return new FoundArticle(null, article.State == ArticleState.Unpublished);

        var media = article.Version.Body.Pictures().Union(article.Version.HeroId is { } hero ? [hero] : []).ToList();
        return new FoundArticle(new ReaderArticle
        {
            Card = article.Card,
            Body = article.Version.Body,
            HeroCaption = article.Version.HeroCaption,
            HeroId = article.Version.HeroId,
            CreatedAt = article.CreatedAt,
            UpdatedAt = article.UpdatedAt,
            TranslationGroup = article.TranslationGroup,
            Tags = await ToListAsync(queries.Tags(db, id), cancel),
            Media = media.Count == 0 ? new Dictionary<long, MediaItem>() : await db.Set<MediaItem>().AsNoTracking()
                .Where(item => media.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancel),
        }, IsGone: false);
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> rows, CancellationToken cancel)
    {
        var list = new List<T>();
        await foreach (var row in rows.WithCancellation(cancel))
            list.Add(row);
        return list;
    }

    /// <summary>Compiled once: this is the page that most readers open. Each database has its own, since a compiled query keeps to one model.</summary>
    private sealed class Queries
    {
        public static readonly Queries OnSqlite = new();
        public static readonly Queries OnPostgres = new();

        public readonly Func<NewsDb, long, Task<Row?>> Article = EF.CompileAsyncQuery((NewsDb db, long id) =>
            db.Set<Article>().AsNoTracking().Where(article => article.Id == id).Select(article => new Row
            {
                State = article.State,
                CreatedAt = article.CreatedAt,
                UpdatedAt = article.UpdatedAt,
                TranslationGroup = article.TranslationGroup,
                Card = new ArticleCard
                {
                    Id = article.Id,
                    Language = article.Language,
                    SectionId = article.SectionId,
                    Slug = article.Slug,
                    Title = article.Title,
                    Standfirst = article.Standfirst,
                    PublishedAt = article.PublishedAt ?? DateTimeOffset.UnixEpoch,
                    ModifiedAt = article.ModifiedAt,
                    Words = article.Words,
                    IsPinned = article.IsPinned,
                    AuthorIds = article.Bylines.OrderBy(byline => byline.Position).Select(byline => byline.AuthorId).ToList(),
                },
                Version = db.Set<ArticleVersion>().FirstOrDefault(version => version.ArticleId == article.Id && version.Number == article.PublishedNumber),
            }).SingleOrDefault());

        public readonly Func<NewsDb, long, IAsyncEnumerable<Tag>> Tags = EF.CompileAsyncQuery((NewsDb db, long id) =>
            db.Set<ArticleTag>().AsNoTracking().Where(tag => tag.ArticleId == id).OrderBy(tag => tag.TagId).Select(tag => tag.Tag));
    }

    private sealed class Row
    {
        public required ArticleState State { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required DateTimeOffset? UpdatedAt { get; init; }
        public required long? TranslationGroup { get; init; }
        public required ArticleCard Card { get; init; }
        public required ArticleVersion? Version { get; init; }
    }
}
