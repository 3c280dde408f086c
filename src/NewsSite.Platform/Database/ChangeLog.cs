using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Database;

/// <summary>
/// Writes the change log. Its rows are the last thing written before a commit; on PostgreSQL after an advisory lock, because
/// otherwise a lower id could be committed after a higher one and a follower that saw the higher would skip it for good.
/// </summary>
public sealed class ChangeLog(PaperClock clock)
{
    /// <summary>Key of the advisory lock that orders ids by commit; any constant that no other lock uses.</summary>
    private const long CommitOrderLock = 0x4E455753_4348414E;

    /// <summary>More notes than that are written by kind.</summary>
    private const int MostRows = 100;

    private volatile TaskCompletionSource _written = NewSignal();

    /// <summary>Completes when this process has committed changes; followers wake early by it.</summary>
    public Task Written => _written.Task;

    internal async Task AppendAsync(NewsDb db, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var notes = db.TakeNotes();
        if (notes.Count == 0)
            return;
        if (db.Engine == DatabaseEngine.Postgres)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({CommitOrderLock})", cancel);
        var now = clock.Now;
        if (notes.Count > MostRows)
        {
            await AppendManyAsync(db, notes, now, cancel);
            return;
        }
        var rows = notes.Select(note => new Change { Kind = note.Kind, EntityId = note.Id, At = now }).ToList();
        db.Set<Change>().AddRange(rows);
        await db.SaveChangesAsync(cancel);
        foreach (var row in rows)
            db.Entry(row).State = EntityState.Detached;
    }

    /// <summary>A tag with 50,000 articles gets another name: rows one by one would hold off all other writers for seconds.</summary>
    private static async Task AppendManyAsync(NewsDb db, IReadOnlyList<ILogged> notes, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var kind in notes.GroupBy(note => note.Kind))
        {
            var ids = kind.Select(note => note.Id).ToArray();
            if (db.Engine == DatabaseEngine.Postgres)
                await db.Database.ExecuteSqlAsync($"INSERT INTO changes (kind, entity_id, at) SELECT {kind.Key}, id, {Microseconds.Cut(now)} FROM unnest({ids}) WITH ORDINALITY AS noted (id, place) ORDER BY place", cancel);
            else
                await db.Database.ExecuteSqlAsync($"INSERT INTO changes (kind, entity_id, at) SELECT {kind.Key}, value, {Microseconds.FromInstant(now)} FROM json_each({JsonSerializer.Serialize(ids)}) ORDER BY key", cancel);
        }
    }

    internal void Wake() => Interlocked.Exchange(ref _written, NewSignal()).TrySetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
