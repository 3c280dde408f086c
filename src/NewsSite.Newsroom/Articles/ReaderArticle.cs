using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Articles;

/// <summary>All that the page of a published article shows.</summary>
public sealed record ReaderArticle
{
    public required ArticleCard Card { get; init; }
    public required BlockDocument Body { get; init; }
    public required string HeroCaption { get; init; }

    /// <summary>What search engines are told instead of title and standfirst; empty: those.</summary>
    public string SearchTitle { get; init; } = "";
    public string SearchText { get; init; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? UpdatedAt { get; init; }
    public required long? TranslationGroup { get; init; }
    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>The hero picture and those of the body, by id.</summary>
    public required IReadOnlyDictionary<long, MediaItem> Media { get; init; }
    public required long? HeroId { get; init; }

    /// <summary>What readers are told was wrong, the oldest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];
}

/// <summary>What stands at an article's address: the article, nothing, or the place where one was.</summary>
/// <param name="IsGone">It was published once and is not any more.</param>
public sealed record FoundArticle(ReaderArticle? Article, bool IsGone)
{
    /// <summary>Where one that is gone leads to: a path on this site; empty: nowhere.</summary>
    public string MovedTo { get; init; } = "";
}

/// <summary>
/// Finds one article for readers. This is the page that most readers open, so all that belongs to one article alone comes in
/// two queries, compiled once (three where pictures stand in the text); what articles share is remembered.
/// </summary>
public sealed class ArticleReader(NewsDb db, TagShelves shelves)
{
    private static readonly FoundArticle Nothing = new(null, IsGone: false);
    private static readonly FoundArticle Gone = new(null, IsGone: true);

    private Queries Compiled => db.Engine == DatabaseEngine.Sqlite ? Queries.OnSqlite : Queries.OnPostgres;

    public async Task<FoundArticle> FindAsync(long id, CancellationToken cancel = default)
    {
        return await Compiled.Article(db, id, cancel) switch
        {
            { State: ArticleState.Published, Version: { } version } row => new FoundArticle(await CompleteAsync(row, version, cancel), IsGone: false),
            { State: ArticleState.Unpublished or ArticleState.Binned, WasPublished: true } row => Gone with { MovedTo = row.MovedTo },
            { State: ArticleState.Unpublished } => Gone,
            null when await db.Set<RemovedArticle>().AsNoTracking().SingleOrDefaultAsync(article => article.ArticleId == id, cancel) is { } removed => Gone with { MovedTo = removed.MovedTo },
            _ => Nothing,
        };
    }

    private async Task<ReaderArticle> CompleteAsync(Row row, ArticleVersion version, CancellationToken cancel)
    {
        var authors = new List<long>();
        var tagIds = new List<long>();
        await foreach (var link in Compiled.Links(db, row.Card.Id).WithCancellation(cancel))
            (link.IsTag ? tagIds : authors).Add(link.Id);
        var tags = new List<Tag>(tagIds.Count);
        foreach (var tag in tagIds)
            tags.Add((await shelves.GetAsync(tag, Language.OrDefault(row.Card.Language))).Tag);
        return new ReaderArticle
        {
            Card = row.Card with { AuthorIds = authors },
            Body = version.Body,
            HeroCaption = version.HeroCaption,
            SearchTitle = version.SearchTitle,
            SearchText = version.SearchText,
            HeroId = version.HeroId,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            TranslationGroup = row.TranslationGroup,
            Corrections = [.. row.Corrections.Where(correction => correction.TakenBackAt is null)],
            Tags = tags,
            Media = await MediaAsync(version.Body, row.Hero, cancel),
        };
    }

    private async Task<IReadOnlyDictionary<long, MediaItem>> MediaAsync(BlockDocument body, MediaItem? hero, CancellationToken cancel)
    {
        var media = new Dictionary<long, MediaItem>();
        if (hero is not null)
            media.Add(hero.Id, hero);
        var wanted = body.Pictures().Where(id => !media.ContainsKey(id)).ToArray();
        if (wanted.Length > 0)
        {
            await foreach (var item in Compiled.Media(db, wanted).WithCancellation(cancel))
                media.Add(item.Id, item);
        }
        return media;
    }

    /// <summary>Each database has its own, since a compiled query keeps to one model.</summary>
    private sealed class Queries
    {
        public static readonly Queries OnSqlite = new();
        public static readonly Queries OnPostgres = new();

        /// <summary>The version is joined by its key: as a subquery it would become a numbering of all versions of all articles.</summary>
        public readonly Func<NewsDb, long, CancellationToken, Task<Row?>> Article = EF.CompileAsyncQuery((NewsDb db, long id, CancellationToken cancel) => (
            from article in db.Set<Article>().AsNoTracking()
            where article.Id == id
            from version in db.Set<ArticleVersion>().Where(version => version.ArticleId == article.Id && version.Number == article.PublishedNumber).DefaultIfEmpty()
            from hero in db.Set<MediaItem>().Where(hero => hero.Id == version!.HeroId).DefaultIfEmpty()
            select new Row
            {
                State = article.State,
                CreatedAt = article.CreatedAt,
                UpdatedAt = article.UpdatedAt,
                TranslationGroup = article.TranslationGroup,
                WasPublished = article.PublishedAt != null,
                MovedTo = article.MovedTo,
                Corrections = article.Corrections,
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
                },
                Version = version,
                Hero = hero,
            }).SingleOrDefault());

        /// <summary>Authors in their order, then tags.</summary>
        public readonly Func<NewsDb, long, IAsyncEnumerable<Link>> Links = EF.CompileAsyncQuery<NewsDb, long, Link>((NewsDb db, long id) =>
            db.Set<Byline>().Where(byline => byline.ArticleId == id)
                .Select(byline => new Link { IsTag = false, Position = byline.Position, Id = byline.AuthorId })
                .Concat(db.Set<ArticleTag>().Where(tag => tag.ArticleId == id).Select(tag => new Link { IsTag = true, Position = 0, Id = tag.TagId }))
                .OrderBy(link => link.IsTag).ThenBy(link => link.Position).ThenBy(link => link.Id));

        public readonly Func<NewsDb, long[], IAsyncEnumerable<MediaItem>> Media = EF.CompileAsyncQuery((NewsDb db, long[] ids) =>
            db.Set<MediaItem>().AsNoTracking().Where(item => ids.Contains(item.Id)));
    }

    private sealed class Row
    {
        public required ArticleState State { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required DateTimeOffset? UpdatedAt { get; init; }
        public required long? TranslationGroup { get; init; }
        public required bool WasPublished { get; init; }
        public required string MovedTo { get; init; }
        public required IReadOnlyList<Correction> Corrections { get; init; }
        public required ArticleCard Card { get; init; }
        public required ArticleVersion? Version { get; init; }
        public required MediaItem? Hero { get; init; }
    }

    private sealed class Link
    {
        public required bool IsTag { get; init; }
        public required int Position { get; init; }
        public required long Id { get; init; }
    }
}
