using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Search.Following;

/// <summary>
/// A place in the change log: its row with all that it says. A number alone would fit another database too, or one that was set
/// back to an older state and has gone on from there.
/// </summary>
internal sealed record LogPlace(long Id, string Name)
{
    public static readonly LogPlace Start = new(0, "");

    public static LogPlace Of(Change change) => new(change.Id, string.Create(
        CultureInfo.InvariantCulture, $"{change.Kind}/{change.EntityId} at {change.At.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss.ffffff}"));

    /// <summary>The last row of the log as it is now.</summary>
    public static async Task<LogPlace> LastAsync(NewsDb db, CancellationToken cancel) =>
        await db.Set<Change>().AsNoTracking().OrderByDescending(change => change.Id).FirstOrDefaultAsync(cancel) is { } last ? Of(last) : Start;

    /// <summary>The row with that id; null: the log has none, or has it no more.</summary>
    public static async Task<LogPlace?> AtAsync(NewsDb db, long id, CancellationToken cancel) =>
        await db.Set<Change>().AsNoTracking().SingleOrDefaultAsync(change => change.Id == id, cancel) is { } row ? Of(row) : null;

    /// <summary>Whether the log still goes on from here: then nothing is missed by reading what follows.</summary>
    public async Task<bool> IsInAsync(NewsDb db, CancellationToken cancel) => Id == 0
        ? await db.Set<Change>().MinAsync(change => (long?)change.Id, cancel) is null or 1
        : await AtAsync(db, Id, cancel) == this;
}
