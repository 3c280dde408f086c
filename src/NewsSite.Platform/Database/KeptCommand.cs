using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace NewsSite.Platform.Database;

/// <summary>Stands before one of a <see cref="KeptConnection"/>'s commands while it is used; disposing it gives that back.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    private SqliteCommand? _command;
    private SqliteTransaction? _transaction;
    private int _timeout = connection.DefaultTimeout;

    [AllowNull]
    public override string CommandText
    {
        get => _command?.CommandText ?? "";
        set
        {
            Release();
            _command = connection.Take(value ?? "");
            _command.Transaction = _transaction;
            _command.CommandTimeout = _timeout;
        }
    }

    public override int CommandTimeout
    {
        get => _timeout;
        set
        {
            _timeout = value;
            _command?.CommandTimeout = value;
        }
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set => Command.CommandType = value; // Refuses what SQLite does not have.
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("The command belongs to the connection that made it");
    }

    protected override DbParameterCollection DbParameterCollection => Command.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => _transaction;
        set
        {
            _transaction = (SqliteTransaction?)value;
            _command?.Transaction = _transaction;
        }
    }

    private SqliteCommand Command => _command ?? throw new InvalidOperationException("The command has no text yet");

    public override void Cancel() => Command.Cancel();

    public override int ExecuteNonQuery() => Command.ExecuteNonQuery();

    public override object? ExecuteScalar() => Command.ExecuteScalar();

    public override void Prepare() => Command.Prepare();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Command.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        Release();
        base.Dispose(disposing);
    }

    private void Release()
    {
        if (_command is not null)
            connection.GiveBack(_command);
        _command = null;
    }
}
