using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Editions;

/// <summary>An article that an editor calls breaking; it is mailed once a second one agrees.</summary>
public sealed class BreakingNews
{
    public required long ArticleId { get; init; }
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required long MarkedById { get; init; }
    public required string MarkedByName { get; init; }
    public required DateTimeOffset MarkedAt { get; init; }
    public long? ConfirmedById { get; set; }
    public string ConfirmedByName { get; set; } = "";
    public DateTimeOffset? ConfirmedAt { get; set; }
}

internal sealed class BreakingNewsTable : IEntityTypeConfiguration<BreakingNews>
{
    public void Configure(EntityTypeBuilder<BreakingNews> builder)
    {
        builder.ToTable("breaking_news");
        builder.HasKey(news => news.ArticleId);
        builder.Property(news => news.ArticleId).ValueGeneratedNever();
    }
}

/// <summary>Who acts in the newsroom.</summary>
public sealed record Newsman(long Id, string Name);

public enum BreakingOutcome
{
    Done,

    /// <summary>It is marked or confirmed already, or nobody has marked it.</summary>
    TooLate,

    /// <summary>Whoever marked it cannot confirm it.</summary>
    SamePerson,
}

/// <summary>What the newsroom does with breaking news.</summary>
public sealed class BreakingDesk(NewsDb db, AuditTrail audit, PaperClock clock)
{
    /// <summary>What nobody confirmed for so long is not breaking any more.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(6);

    public async Task<IReadOnlyList<BreakingNews>> LatestAsync(int size, CancellationToken cancel = default) =>
        await db.Set<BreakingNews>().AsNoTracking().OrderByDescending(one => one.MarkedAt).ThenByDescending(one => one.ArticleId).Take(size).ToListAsync(cancel);

    public async Task<BreakingOutcome> MarkAsync(long article, Language language, string title, Newsman by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<BreakingNews>().AnyAsync(one => one.ArticleId == article, cancel))
            return BreakingOutcome.TooLate;
        db.Add(new BreakingNews { ArticleId = article, Language = language.Code, Title = title, MarkedById = by.Id, MarkedByName = by.Name, MarkedAt = clock.Now });
        audit.Note(new AuditNote { Verb = "mark as breaking", Kind = "article", Id = article, Thing = title });
        try
        {
            await write.CommitAsync(cancel);
            return BreakingOutcome.Done;
        }
        catch (DbUpdateException failure) when (failure.IsTaken())
        {
            return BreakingOutcome.TooLate;
        }
    }

    /// <summary>Takes the mark away as long as nobody has confirmed it.</summary>
    public async Task<BreakingOutcome> TakeBackAsync(long article, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<BreakingNews>().SingleOrDefaultAsync(one => one.ArticleId == article && one.ConfirmedAt == null, cancel) is not { } news)
            return BreakingOutcome.TooLate;
        db.Remove(news);
        audit.Note(new AuditNote { Verb = "unmark as breaking", Kind = "article", Id = article, Thing = news.Title });
        await write.CommitAsync(cancel);
        return BreakingOutcome.Done;
    }

    /// <summary>From then on it is on its way to all who asked for it in its language and do not pause.</summary>
    public async Task<BreakingOutcome> ConfirmAsync(long article, Newsman by, CancellationToken cancel = default)
    {
        var (now, today) = (clock.Now, clock.Today);
        var oldest = now - Lasts;
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<BreakingNews>().Where(one => one.ArticleId == article).WaitingForLocked().SingleOrDefaultAsync(cancel) is not { ConfirmedAt: null } news || news.MarkedAt < oldest)
            return BreakingOutcome.TooLate;
        if (news.MarkedById == by.Id)
            return BreakingOutcome.SamePerson;
        (news.ConfirmedById, news.ConfirmedByName, news.ConfirmedAt) = (by.Id, by.Name, now);
        audit.Note(new AuditNote { Verb = "confirm as breaking", Kind = "article", Id = article, Thing = news.Title, Details = new { news.MarkedByName } });
        await db.Set<Subscription>().Where(one => one.About == SubscriptionKind.Breaking && one.State == SubscriptionState.Active && one.Subscriber.Language == news.Language
            && (one.Timing.PausedUntil == null || one.Timing.PausedUntil <= today)).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAt, now), cancel);
        await write.CommitAsync(cancel);
        return BreakingOutcome.Done;
    }
}
