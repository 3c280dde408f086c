using Microsoft.EntityFrameworkCore;

namespace NewsSite.Platform.Database;

/// <summary>
/// What the database knows of its tables when it chooses how to look something up. Without it SQLite takes every index for equally
/// good and reads all published articles to find twenty by their ids. PostgreSQL does it by itself, but not right after an import.
/// </summary>
public sealed class Statistics(NewsDb db)
{
    /// <summary>Takes milliseconds on SQLite, which looks at so many rows of each index, and below a second on PostgreSQL, which samples.</summary>
    public Task RefreshAsync(CancellationToken cancel = default) => db.Database.ExecuteSqlRawAsync(Sql(db.Engine), cancel);

    internal static string Sql(DatabaseEngine engine) => engine == DatabaseEngine.Sqlite ? "PRAGMA analysis_limit=1000; ANALYZE" : "ANALYZE";
}
