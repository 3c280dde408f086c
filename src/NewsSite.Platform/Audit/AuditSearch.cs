using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;

namespace NewsSite.Platform.Audit;

/// <summary>What of the trail is asked for; what is null or empty does not matter.</summary>
public sealed record AuditQuestion
{
    /// <summary>Words in the actor's name or in the thing.</summary>
    public string Words { get; init; } = "";
    public string Verb { get; init; } = "";
    public string Kind { get; init; } = "";
    public long? ThingId { get; init; }
    public long? ActorId { get; init; }
    public DateTimeOffset? From { get; init; }

    /// <summary>Up to, and without, this instant.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>Reads the audit trail, the newest first. Ids rise with time, so pages are cut by id.</summary>
public sealed class AuditSearch(NewsDb db)
{
    public async Task<ListPage<AuditEntry>> PageAsync(AuditQuestion question, int size, long? before = null, CancellationToken cancel = default)
    {
        var found = Matching(question);
        if (before is { } id)
            found = found.Where(entry => entry.Id < id);
        return ListPage<AuditEntry>.Of(await found.OrderByDescending(entry => entry.Id).Take(size + 1).ToListAsync(cancel), size);
    }

    /// <summary>All that match, read as they are consumed.</summary>
    public IAsyncEnumerable<AuditEntry> All(AuditQuestion question) =>
        Matching(question).OrderByDescending(entry => entry.Id).AsAsyncEnumerable();

    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancel = default) =>
        await db.Set<AuditEntry>().Select(entry => entry.Kind).Distinct().OrderBy(kind => kind).ToListAsync(cancel);

    public async Task<IReadOnlyList<string>> VerbsAsync(CancellationToken cancel = default) =>
        await db.Set<AuditEntry>().Select(entry => entry.Verb).Distinct().OrderBy(verb => verb).ToListAsync(cancel);

    private IQueryable<AuditEntry> Matching(AuditQuestion question)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking().Holding((question.Words, entry => entry.ActorName), (question.Words, entry => entry.Thing));
        if (question.Verb.Length > 0)
            entries = entries.Where(entry => entry.Verb == question.Verb);
        if (question.Kind.Length > 0)
            entries = entries.Where(entry => entry.Kind == question.Kind);
        if (question.ThingId is { } thing)
            entries = entries.Where(entry => entry.ThingId == thing);
        if (question.ActorId is { } actor)
            entries = entries.Where(entry => entry.ActorId == actor);
        if (question.From is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (question.Until is { } until)
            entries = entries.Where(entry => entry.At < until);
        return entries;
    }
}
