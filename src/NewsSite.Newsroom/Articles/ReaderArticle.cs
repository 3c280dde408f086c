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
/// two queries, compiled once (three where pictures stand in the text, one more where the version is not remembered); what
/// articles share is remembered.
/// </summary>
public sealed class ArticleReader(NewsDb db, TagShelves shelves, VersionMemory versions)
{
    private static readonly FoundArticle Nothing = new(null, IsGone: false);
    private static readonly FoundArticle Gone = new(null, IsGone: true);

    private Queries Compiled => db.Engine == DatabaseEngine.Sqlite ? Queries.OnSqlite : Queries.OnPostgres;

    public async Task<FoundArticle> FindAsync(long id, CancellationToken cancel = default)
    {
        return await Compiled.Article(db, id, cancel) switch
        {
            { State: ArticleState.Published, PublishedNumber: { } number } row when await VersionAsync(id, number, cancel) is { } version =>
                new FoundArticle(await CompleteAsync(row, version, cancel), IsGone: false),
            { State: ArticleState.Unpublished or ArticleState.Binned, WasPublished: true } row => Gone with { MovedTo = row.MovedTo },
            { State: ArticleState.Unpublished } => Gone,
            null when await db.Set<RemovedArticle>().AsNoTracking().SingleOrDefaultAsync(article => article.ArticleId == id, cancel) is { } removed => Gone with { MovedTo = removed.MovedTo },
            _ => Nothing,
        };
    }

    /// <summary>The published articles that tell the same story in other languages.</summary>
    public async ValueTask<IReadOnlyList<ArticleEntry>> TranslationsAsync(ReaderArticle article, CancellationToken cancel = default)
    {
        var others = new List<ArticleEntry>();
        if (article.TranslationGroup is not { } group)
            return others;
        await foreach (var entry in Compiled.Translations(db, group).WithCancellation(cancel))
        {
            if (entry.Id != article.Card.Id)
                others.Add(entry);
        }
        return others;
    }

    private async ValueTask<ReaderVersion?> VersionAsync(long id, int number, CancellationToken cancel)
    {
        if (!versions.TryGet(id, number, out var version) && await Compiled.Version(db, id, number, cancel) is { } row)
        {
            version = new ReaderVersion
            {
                Body = row.Body,
                HeroCaption = row.HeroCaption,
                SearchTitle = row.SearchTitle,
                SearchText = row.SearchText,
                Pictures = row.Body.Pictures(),
            };
            versions.Keep(id, number, version);
        }
        return version;
    }

    private async Task<ReaderArticle> CompleteAsync(Row row, ReaderVersion version, CancellationToken cancel)
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
            HeroId = row.Hero?.Id,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            TranslationGroup = row.TranslationGroup,
            Corrections = [.. row.Corrections.Where(correction => correction.TakenBackAt is null)],
            Tags = tags,
            Media = await MediaAsync(version.Pictures, row.Hero, cancel),
        };
    }

    private async Task<IReadOnlyDictionary<long, MediaItem>> MediaAsync(IReadOnlyList<long> pictures, MediaItem? hero, CancellationToken cancel)
    {
        var media = new Dictionary<long, MediaItem>();
        if (hero is not null)
            media.Add(hero.Id, hero);
        var wanted = pictures.Where(id => !media.ContainsKey(id)).ToArray();
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

        public readonly Func<NewsDb, long, CancellationToken, Task<Row?>> Article = EF.CompileAsyncQuery((NewsDb db, long id, CancellationToken cancel) => (
            from article in db.Set<Article>().AsNoTracking()
            where article.Id == id
            from hero in db.Set<MediaItem>().Where(hero => hero.Id == article.HeroId).DefaultIfEmpty()
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
                PublishedNumber = article.PublishedNumber,
                Hero = hero,
            }).SingleOrDefault());

        public readonly Func<NewsDb, long, int, CancellationToken, Task<ArticleVersion?>> Version = EF.CompileAsyncQuery((NewsDb db, long id, int number, CancellationToken cancel) =>
            db.Set<ArticleVersion>().AsNoTracking().SingleOrDefault(version => version.ArticleId == id && version.Number == number));

        /// <summary>Authors in their order, then tags.</summary>
        public readonly Func<NewsDb, long, IAsyncEnumerable<Link>> Links = EF.CompileAsyncQuery<NewsDb, long, Link>((NewsDb db, long id) =>
            db.Set<Byline>().Where(byline => byline.ArticleId == id)
                .Select(byline => new Link { IsTag = false, Position = byline.Position, Id = byline.AuthorId })
                .Concat(db.Set<ArticleTag>().Where(tag => tag.ArticleId == id).Select(tag => new Link { IsTag = true, Position = 0, Id = tag.TagId }))
                .OrderBy(link => link.IsTag).ThenBy(link => link.Position).ThenBy(link => link.Id));

        public readonly Func<NewsDb, long, IAsyncEnumerable<ArticleEntry>> Translations = EF.CompileAsyncQuery((NewsDb db, long group) =>
            db.Set<Article>().Where(article => article.TranslationGroup == group && article.State == ArticleState.Published).OrderBy(article => article.Id).Select(ArticleEntry.Of));

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
        public required int? PublishedNumber { get; init; }
        public required MediaItem? Hero { get; init; }
    }

    private sealed class Link
    {
        public required bool IsTag { get; init; }
        public required int Position { get; init; }
        public required long Id { get; init; }
    }
}
