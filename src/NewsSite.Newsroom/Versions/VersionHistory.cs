using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Versions;

/// <summary>A line of an article's history.</summary>
public sealed record VersionLine(int Number, string Title, DateTimeOffset At, string ByName, bool IsPublished);

/// <summary>What an article said before: who wrote it when, and back to it.</summary>
public sealed class VersionHistory(NewsDb db, EditorialDesk desk)
{
    public async Task<IReadOnlyList<VersionLine>> ListAsync(long articleId, CancellationToken cancel = default)
    {
        var published = await db.Set<Article>().Where(article => article.Id == articleId).Select(article => article.PublishedNumber).SingleOrDefaultAsync(cancel);
        return await db.Set<ArticleVersion>().AsNoTracking().Where(version => version.ArticleId == articleId)
            .OrderByDescending(version => version.Number)
            .Select(version => new VersionLine(version.Number, version.Title, version.At, version.ByName, version.Number == published))
            .ToListAsync(cancel);
    }

    public Task<ArticleVersion?> FindAsync(long articleId, int number, CancellationToken cancel = default) =>
        db.Set<ArticleVersion>().AsNoTracking().SingleOrDefaultAsync(version => version.ArticleId == articleId && version.Number == number, cancel);

    /// <summary>Says again what an older version said, as a new version: history is never rewritten. Readers see it if they see the article.</summary>
    public async Task<ArticleVersion?> RollBackAsync(long articleId, int number, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var article = await desk.FindAsync(articleId, cancel);
        var older = await FindAsync(articleId, number, cancel);
        if (article is null || older is null)
            return null;
        var version = await desk.WriteAsync(article, older.Text, by, cancel);
        if (article.State == ArticleState.Published)
            desk.Publish(article, version);
        await write.CommitAsync(cancel);
        return version;
    }
}
