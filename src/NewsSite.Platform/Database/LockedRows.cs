using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsSite.Platform.Database;

/// <summary>
/// Rows that one of several nodes takes for itself. On PostgreSQL the query locks them until the transaction ends and passes
/// over those that others have locked, so that nodes neither wait for each other nor take the same; EF has no word for it. On
/// SQLite a write transaction holds off all others anyway.
/// </summary>
public static class LockedRows
{
    private const string Tag = "lock these rows, skip locked ones";
    private const string WaitTag = "lock these rows, wait for locked ones";

    /// <summary>To be asked inside a write transaction, as the last step before the query runs.</summary>
    public static IQueryable<T> SkippingLocked<T>(this IQueryable<T> rows) => rows.TagWith(Tag);

    /// <summary>The same, but waits for whoever holds one of them and sees what they made of it; for a rule over several rows.</summary>
    public static IQueryable<T> WaitingForLocked<T>(this IQueryable<T> rows) => rows.TagWith(WaitTag);

    /// <summary>Added on PostgreSQL only.</summary>
    internal sealed class Interceptor : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
#pragma warning disable CA2100 // EF's own text with a constant behind it.
            if (command.CommandText.StartsWith("-- " + Tag, StringComparison.Ordinal))
                command.CommandText += "\nFOR UPDATE SKIP LOCKED";
            else if (command.CommandText.StartsWith("-- " + WaitTag, StringComparison.Ordinal))
                command.CommandText += "\nFOR UPDATE";
#pragma warning restore CA2100
            return ValueTask.FromResult(result);
        }
    }
}
