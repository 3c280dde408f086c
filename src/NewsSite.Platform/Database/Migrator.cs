using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Database;

/// <summary>
/// Brings the schema up to date: numbered SQL files, in order, each in a transaction, under a lock that other nodes wait for,
/// remembered in the table schema_migrations.
/// </summary>
public sealed class Migrator(
    IServiceScopeFactory scopes, MigrationSource source, DatabaseSettings settings, PaperClock clock, ILogger<Migrator> logger)
{
    /// <summary>Key of the advisory lock that migrating nodes hold.</summary>
    private const long MigrationLock = 0x4E455753_4D494752;

    /// <returns>How many migrations were applied.</returns>
    public async Task<int> ApplyAsync(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        await PrepareAsync(connection, cancel);
        var applied = 0;
        foreach (var migration in Migration.In(source.Assembly, settings.Engine))
        {
            if (await ApplyAsync(connection, migration, cancel))
                applied++;
        }
        if (settings.Engine == DatabaseEngine.Sqlite)
        {
            await ExecuteAsync(connection, "PRAGMA foreign_keys=ON", cancel);
            // What is new has no statistics yet; the rest is refreshed at night, not while somebody waits for the start.
            if (applied > 0)
                await ExecuteAsync(connection, Statistics.Sql(settings.Engine), cancel);
        }
        else
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({MigrationLock})", cancel);
        return applied;
    }

    private async Task PrepareAsync(DbConnection connection, CancellationToken cancel)
    {
        if (settings.Engine == DatabaseEngine.Sqlite)
        {
            // Inside a transaction the second pragma does nothing, and rebuilding a parent table would empty its children.
            await ExecuteAsync(connection, "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=OFF", cancel);
        }
        else
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_lock({MigrationLock})", cancel);
        }
        await ExecuteAsync(connection,
            "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)", cancel);
    }

    private async Task<bool> ApplyAsync(DbConnection connection, Migration migration, CancellationToken cancel)
    {
        await using var transaction = settings.Engine == DatabaseEngine.Sqlite
            ? ((SqliteConnection)connection).BeginTransaction(deferred: false)
            : await connection.BeginTransactionAsync(cancel);
        await using (var known = connection.CreateCommand())
        {
            known.Transaction = transaction;
            known.CommandText = $"SELECT COUNT(*) FROM schema_migrations WHERE number = {migration.Number}";
            if (Convert.ToInt64(await known.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture) > 0)
                return false;
        }
        try
        {
            await ExecuteAsync(connection, migration.Sql, cancel, transaction);
        }
        catch (DbException failure)
        {
            throw new InvalidOperationException($"Migration {migration.Number:D4}-{migration.Name} for {settings.Engine} failed and was rolled back: {failure.Message}", failure);
        }
        await RememberAsync(connection, migration, transaction, cancel);
        if (settings.Engine == DatabaseEngine.Sqlite)
            await CheckForeignKeysAsync(connection, migration, transaction, cancel);
        await transaction.CommitAsync(cancel);
        logger.LogInformation("Applied migration {Number} {Name}", migration.Number, migration.Name);
        return true;
    }

    private async Task RememberAsync(DbConnection connection, Migration migration, DbTransaction transaction, CancellationToken cancel)
    {
        await using var remember = connection.CreateCommand();
        remember.Transaction = transaction;
        remember.CommandText = "INSERT INTO schema_migrations (number, name, applied_at) VALUES (@number, @name, @at)";
        foreach (var (name, value) in new (string, object)[] { ("@number", migration.Number), ("@name", migration.Name), ("@at", clock.Now.ToString("O", System.Globalization.CultureInfo.InvariantCulture)) })
        {
            var parameter = remember.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            remember.Parameters.Add(parameter);
        }
        await remember.ExecuteNonQueryAsync(cancel);
    }

    private static async Task CheckForeignKeysAsync(DbConnection connection, Migration migration, DbTransaction transaction, CancellationToken cancel)
    {
        await using var check = connection.CreateCommand();
        check.Transaction = transaction;
        check.CommandText = "PRAGMA foreign_key_check";
        await using var violations = await check.ExecuteReaderAsync(cancel);
        if (await violations.ReadAsync(cancel))
            throw new InvalidOperationException($"Migration {migration.Number:D4}-{migration.Name} leaves rows of {violations.GetString(0)} without their parent");
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancel, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text comes from this project's own SQL files and constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
