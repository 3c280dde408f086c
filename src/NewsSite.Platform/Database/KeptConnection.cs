using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsSite.Platform.Database;

/// <summary>
/// A SQLite connection that stays open, with its prepared reads, for as long as its context lives in the pool. The provider
/// would prepare every read anew (SQLite then spends more time on parsing than on reading) and set itself up at each opening.
/// See src/Decisions/0005-speed.md.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>More different reads than the whole site asks; what comes after them is prepared each time.</summary>
    private const int MostReads = 200;

    private readonly Dictionary<string, SqliteCommand> _reads = new(StringComparer.Ordinal);
    private bool _ends;

    public override void Open()
    {
        if (State != ConnectionState.Open)
            base.Open();
    }

    /// <summary>Closes only when it is disposed.</summary>
    public override void Close()
    {
        if (_ends)
            base.Close();
    }

    /// <summary>A command for that text that nobody else uses, prepared already if it was asked before.</summary>
    internal SqliteCommand Take(string text)
    {
        if (_reads.Remove(text, out var read))
            return read;
#pragma warning disable CA2100 // The text is Entity Framework's, with parameters for all values.
        return new SqliteCommand(text, this);
#pragma warning restore CA2100
    }

    internal void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        var isRead = command.CommandText.StartsWith("SELECT", StringComparison.Ordinal);
        if (_ends || !isRead || _reads.Count >= MostReads || !_reads.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        _ends = true;
        foreach (var read in _reads.Values)
            read.Dispose();
        _reads.Clear();
        base.Dispose(disposing);
    }
}

/// <summary>Gives each context such a connection. Entity Framework's own functions for SQLite (decimals, regular expressions) are not on it.</summary>
internal sealed class KeptConnections(string connectionString) : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(connectionString));
}
