using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Versions;

/// <summary>A line of an article's history.</summary>
public sealed record VersionLine(int Number, string Title, DateTimeOffset At, string ByName)
{
    public required VersionCause Cause { get; init; }

    /// <summary>It is the one that readers see.</summary>
    public required bool IsPublished { get; init; }
}

/// <summary>What an article said before: who wrote it when, and why it was kept.</summary>
public sealed class VersionHistory(NewsDb db)
{
    public async Task<IReadOnlyList<VersionLine>> ListAsync(long articleId, CancellationToken cancel = default)
    {
        var published = await db.Set<Article>().Where(article => article.Id == articleId).Select(article => article.PublishedNumber).SingleOrDefaultAsync(cancel);
        return await db.Set<ArticleVersion>().AsNoTracking().Where(version => version.ArticleId == articleId)
            .OrderByDescending(version => version.Number)
            .Select(version => new VersionLine(version.Number, version.Title, version.At, version.ByName) { Cause = version.Cause, IsPublished = version.Number == published })
            .ToListAsync(cancel);
    }

    /// <summary>What was corrected, the newest first; those taken back too.</summary>
    public async Task<IReadOnlyList<Correction>> CorrectionsAsync(long articleId, CancellationToken cancel = default) =>
        [.. (await db.Set<Article>().Where(article => article.Id == articleId).Select(article => article.Corrections).SingleOrDefaultAsync(cancel) ?? []).OrderByDescending(correction => correction.At)];

    public Task<ArticleVersion?> FindAsync(long articleId, int number, CancellationToken cancel = default) =>
        db.Set<ArticleVersion>().AsNoTracking().SingleOrDefaultAsync(version => version.ArticleId == articleId && version.Number == number, cancel);
}
