using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Presence;

/// <summary>Who has which article open. Each method saves its own write.</summary>
public sealed class Visits(NewsDb db, PaperClock clock)
{
    /// <summary>A window that was not heard of for so long is closed, or its connection lost.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(45);

    /// <summary>Windows that went without a word are forgotten for good after this.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private IQueryable<Visit> Present
    {
        get
        {
            var since = clock.Now - Lasts;
            return db.Set<Visit>().AsNoTracking().Where(visit => visit.SeenAt > since);
        }
    }

    /// <summary>A window of the article is open: says who else has it open.</summary>
    public async Task<IReadOnlyList<Other>> SeeAsync(long articleId, Guid tab, Editor who, CancellationToken cancel = default)
    {
        var (name, now) = (tab.ToString(), clock.Now);
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            var known = await db.Set<Visit>().Where(visit => visit.ArticleId == articleId && visit.Tab == name && visit.UserId == who.UserId)
                .ExecuteUpdateAsync(visit => visit.SetProperty(row => row.SeenAt, now), cancel);
            if (known == 0)
            {
                var before = now - Kept;
                await db.Set<Visit>().Where(visit => visit.SeenAt < before || (visit.ArticleId == articleId && visit.Tab == name)).ExecuteDeleteAsync(cancel);
                db.Add(new Visit { ArticleId = articleId, Tab = name, UserId = who.UserId, Name = who.Name, SeenAt = now });
            }
            await write.CommitAsync(cancel);
        }
        var others = await Present.Where(visit => visit.ArticleId == articleId && visit.Tab != name)
            .Select(visit => new { visit.UserId, visit.Name }).Distinct().OrderBy(visit => visit.Name).ToListAsync(cancel);
        return [.. others.Select(other => new Other(other.Name, other.UserId == who.UserId))];
    }

    /// <summary>The window was closed.</summary>
    public async Task LeaveAsync(long articleId, Guid tab, Editor who, CancellationToken cancel = default)
    {
        var name = tab.ToString();
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Set<Visit>().Where(visit => visit.ArticleId == articleId && visit.Tab == name && visit.UserId == who.UserId).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }

    /// <summary>Who has these articles open.</summary>
    public async Task<ILookup<long, string>> OfAsync(IReadOnlyCollection<long> articleIds, CancellationToken cancel = default) =>
        (await Present.Where(visit => articleIds.Contains(visit.ArticleId))
            .Select(visit => new { visit.ArticleId, visit.Name }).Distinct().OrderBy(visit => visit.Name).ToListAsync(cancel))
        .ToLookup(visit => visit.ArticleId, visit => visit.Name);
}
