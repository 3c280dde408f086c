using Microsoft.EntityFrameworkCore.Storage;

namespace NewsSite.Platform.Database;

/// <summary>
/// One write: begin, change, commit. SQLite takes one writer at a time and its provider polls while it waits, so writers of
/// this process queue at an asynchronous gate first; other processes are met by SQLite's own busy time-out.
/// Disposed without a commit, everything is rolled back.
/// </summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private static readonly SemaphoreSlim SqliteGate = new(1, 1);

    private readonly NewsDb _db;
    private readonly ChangeLog _log;
    private readonly IDbContextTransaction _transaction;
    private bool _holdsGate;

    private WriteTransaction(NewsDb db, ChangeLog log, IDbContextTransaction transaction, bool holdsGate)
    {
        _db = db;
        _log = log;
        _transaction = transaction;
        _holdsGate = holdsGate;
    }

    internal static async Task<WriteTransaction> BeginAsync(NewsDb db, ChangeLog log, CancellationToken cancel)
    {
        var gated = db.Engine == DatabaseEngine.Sqlite;
        if (gated)
            await SqliteGate.WaitAsync(cancel);
        try
        {
            // Microsoft.Data.Sqlite begins IMMEDIATE, so that a read can never fail to become a write.
            return new WriteTransaction(db, log, await db.Database.BeginTransactionAsync(cancel), gated);
        }
        catch
        {
            if (gated)
                SqliteGate.Release();
            throw;
        }
    }

    public async Task CommitAsync(CancellationToken cancel = default)
    {
        await _log.AppendAsync(_db, cancel);
        await _transaction.CommitAsync(cancel);
        _log.Wake();
        _db.EndWrite(isCommitted: true);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
        }
        finally
        {
            // After a commit nothing is left to forget.
            _db.EndWrite(isCommitted: false);
            // Disposed twice, the gate is still opened once.
            if (_holdsGate)
                SqliteGate.Release();
            _holdsGate = false;
        }
    }
}
