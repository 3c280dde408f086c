using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Platform.Caching;

/// <summary>
/// What was made of a table that is small, seldom changed and often asked, such as a gazetteer: read once, held in memory and
/// read again when the change log names its kind. Unlike <see cref="GenerationMemory"/> it outlives all other changes.
/// </summary>
/// <param name="kind">The noun of the table's things in the change log.</param>
/// <param name="read">Makes it from the table as it is now.</param>
public sealed class FollowedTable<T>(string kind, Func<NewsDb, CancellationToken, Task<T>> read) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Reading? _last;

    /// <summary>As of the last change of any kind: one small query, and the table only where it was changed.</summary>
    public async Task<T> CurrentAsync(NewsDb db, CancellationToken cancel = default)
    {
        // Asked for before the table is read: what is committed in between is read twice rather than never.
        var change = await db.Set<Change>().MaxAsync(change => (long?)change.Id, cancel) ?? 0;
        if (_last is { } known && known.Change == change)
            return known.Value;
        await _reading.WaitAsync(cancel);
        try
        {
            var last = _last;
            // Somebody else may have read it meanwhile; a log that is shorter than it was belongs to a restored database.
            var value = last is null || change < last.Change || await IsChangedAsync(db, last.Change, cancel) ? await read(db, cancel) : last.Value;
            _last = new Reading(change, value);
            return value;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>As it was read last, without a query; the index's follower keeps it fresh. Read now where it never was.</summary>
    public ValueTask<T> LatestAsync(NewsDb db, CancellationToken cancel = default) =>
        _last is { } last ? ValueTask.FromResult(last.Value) : new ValueTask<T>(CurrentAsync(db, cancel));

    public void Dispose() => _reading.Dispose();

    private Task<bool> IsChangedAsync(NewsDb db, long since, CancellationToken cancel) =>
        db.Set<Change>().AnyAsync(change => change.Id > since && change.Kind == kind, cancel);

    private sealed record Reading(long Change, T Value);
}
