using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Secrets;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Previews;

/// <summary>Links that show an article to somebody outside. Every method saves its own write.</summary>
public sealed class PreviewLinks(NewsDb db, PaperClock clock, AuditTrail audit)
{
    /// <summary>Those that still work, the newest first.</summary>
    public async Task<IReadOnlyList<PreviewLink>> OpenAsync(long articleId, CancellationToken cancel = default)
    {
        var now = clock.Now;
        return await db.Set<PreviewLink>().AsNoTracking().Where(link => link.ArticleId == articleId && link.EndsAt > now)
            .OrderByDescending(link => link.Id).Take(100).ToListAsync(cancel);
    }

    /// <summary>The link of a secret, also one that has ended; null where there never was one.</summary>
    public Task<PreviewLink?> FindAsync(string secret, CancellationToken cancel = default)
    {
        var hash = Secret.Hash(secret);
        return db.Set<PreviewLink>().AsNoTracking().SingleOrDefaultAsync(link => link.TokenHash == hash, cancel);
    }

    /// <returns>The secret, which is shown once: the database keeps only its hash. Null where there is no such article.</returns>
    public async Task<string?> MakeAsync(long articleId, Editor by, CancellationToken cancel = default)
    {
        var (secret, now) = (Secret.New(), clock.Now);
        await using var write = await db.BeginWriteAsync(cancel);
        if (await TitleAsync(articleId, cancel) is not { } title)
            return null;
        var link = new PreviewLink
        {
            ArticleId = articleId,
            TokenHash = Secret.Hash(secret),
            MadeAt = now,
            MadeById = by.UserId,
            MadeByName = by.Name,
            EndsAt = now + PreviewLink.Lifetime,
        };
        db.Add(link);
        audit.Note(new AuditNote { Verb = "make preview link", Kind = "article", Id = articleId, Thing = title, Details = new { link.EndsAt } });
        await write.CommitAsync(cancel);
        return secret;
    }

    /// <returns>False where the article has no such link or it has ended already.</returns>
    public async Task<bool> EndAsync(long articleId, long id, CancellationToken cancel = default)
    {
        var now = clock.Now;
        await using var write = await db.BeginWriteAsync(cancel);
        var link = await db.Set<PreviewLink>().SingleOrDefaultAsync(link => link.Id == id && link.ArticleId == articleId && link.EndsAt > now, cancel);
        if (link is null)
            return false;
        link.EndsAt = now;
        audit.Note(new AuditNote
        {
            Verb = "end preview link",
            Kind = "article",
            Id = articleId,
            Thing = await TitleAsync(articleId, cancel) ?? "",
            Details = new { link.MadeByName, link.MadeAt },
        });
        await write.CommitAsync(cancel);
        return true;
    }

    private Task<string?> TitleAsync(long articleId, CancellationToken cancel) =>
        db.Set<Article>().Where(article => article.Id == articleId).Select(article => article.Title).SingleOrDefaultAsync(cancel);
}
