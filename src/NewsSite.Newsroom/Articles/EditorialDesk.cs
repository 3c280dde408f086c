using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Articles;

/// <summary>A new article as it is handed to the desk.</summary>
public sealed record NewArticle
{
    public required Language Language { get; init; }
    public required Section Section { get; init; }
    public required ArticleText Text { get; init; }
    public IReadOnlyList<long> AuthorIds { get; init; } = [];
    public IReadOnlyList<long> TagIds { get; init; } = [];

    /// <summary>Null: made from the title.</summary>
    public string? Slug { get; init; }
}

/// <summary>What may be done with articles. Changes are pending until the caller saves its write.</summary>
public sealed class EditorialDesk(NewsDb db, PaperClock clock)
{
    /// <summary>Starts an article with its first version, as a draft.</summary>
    public Article Start(NewArticle draft)
    {
        var article = new Article(draft.Language, draft.Section, clock.Now);
        if (draft.Slug is not null)
            article.Rename(draft.Slug);
        article.Write(new ArticleVersion(1, draft.Text, Editor.Paper, clock.Now).Naming(draft.AuthorIds, draft.TagIds), clock.Now);
        article.SignedBy(draft.AuthorIds);
        article.TaggedWith(draft.TagIds);
        db.Add(article);
        return article;
    }

    /// <summary>Adds a version; readers see it only when it is published.</summary>
    public Task<ArticleVersion> WriteAsync(Article article, ArticleText text, CancellationToken cancel = default) =>
        WriteAsync(article, text, Editor.Paper, VersionCause.Written, cancel);

    public async Task<ArticleVersion> WriteAsync(Article article, ArticleText text, Editor by, VersionCause cause, CancellationToken cancel = default) =>
        article.Write(new ArticleVersion(await NextNumberAsync(article.Id, cancel), text, by, clock.Now, cause), clock.Now);

    /// <summary>Keeps what the desk has written, beside what readers see.</summary>
    public async Task<ArticleVersion> KeepAsync(Article article, ArticleText text, Editor by, VersionCause cause, CancellationToken cancel = default) =>
        article.Keep(new ArticleVersion(await NextNumberAsync(article.Id, cancel), text, by, clock.Now, cause));

    private async Task<int> NextNumberAsync(long articleId, CancellationToken cancel) =>
        (await db.Set<ArticleVersion>().Where(version => version.ArticleId == articleId).MaxAsync(version => (int?)version.Number, cancel) ?? 0)
        + db.ChangeTracker.Entries<ArticleVersion>().Count(entry => entry.State == EntityState.Added && entry.Entity.ArticleId == articleId) + 1;

    /// <summary>Shows a version to readers; the pages, feeds and lists of every node follow the note.</summary>
    /// <param name="publishedAt">The time shown above it; null: now. Counts at the first publication only.</param>
    /// <exception cref="InvalidOperationException">It is under embargo, or in the bin: whoever asks looks first.</exception>
    public void Publish(Article article, ArticleVersion version, DateTimeOffset? publishedAt = null)
    {
        if (article.IsUnderEmbargo(clock.Now) || article.State == ArticleState.Binned)
            throw new InvalidOperationException($"Article {article.Id} is under embargo or in the bin, and cannot be published");
        article.Publish(version, publishedAt is { } at ? Microseconds.Cut(at) : clock.Now);
        db.Note(article);
    }

    /// <summary>Takes an article back.</summary>
    /// <param name="movedTo">The path on this site that its address leads to from now on; empty: it answers 410.</param>
    public void Unpublish(Article article, string movedTo = "")
    {
        article.Unpublish(movedTo, clock.Now);
        db.Note(article);
    }

    /// <summary>The article with all that the desk changes; null where there is none.</summary>
    public Task<Article?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Article>().Include(article => article.Section).Include(article => article.Bylines).Include(article => article.Tags)
            .AsSplitQuery().SingleOrDefaultAsync(article => article.Id == id, cancel);
}
