using Microsoft.Data.Sqlite;
using NewsSite.Platform.Database;
using Npgsql;

namespace NewsSite.IntegrationTests;

/// <summary>
/// Makes empty, migrated databases for tests: copies of one that the product's own migrator has made once per run, because
/// copying is faster than migrating. PostgreSQL is reached through an environment variable that run.sh sets.
/// </summary>
internal static class DatabaseServer
{
    private const string Variable = "NEWSSITE_TEST_POSTGRES";

    /// <summary>The schema as of now, made on first use. Named by process, so that two runs may share a server.</summary>
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);

    private static readonly Lock Gate = new();
    private static int _made;

    /// <summary>What keeps tests on that engine from running here, or null.</summary>
    public static string? Missing(DatabaseEngine engine) =>
        engine == DatabaseEngine.Postgres && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))
            ? $"PostgreSQL is not here: {Variable} is not set (tests/run.sh sets it)"
            : null;

    /// <summary>A database without any table.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateEmptyAsync(DatabaseEngine engine, string folder)
    {
        if (engine == DatabaseEngine.Sqlite)
            return Sqlite(Path.Combine(folder, "newssite.db"));
        var name = NextName();
        await OnServerAsync($"CREATE DATABASE {name}");
        return Postgres(name);
    }

    /// <summary>A database with the current schema and no rows.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateMigratedAsync(DatabaseEngine engine, string folder)
    {
        if (engine == DatabaseEngine.Sqlite)
        {
            var file = Path.Combine(folder, "newssite.db");
            File.Copy(await SqliteTemplate.Value, file);
            return Sqlite(file);
        }
        var template = await PostgresTemplate.Value;
        var name = NextName();
        await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return Postgres(name);
    }

    public static async Task DropAsync(DatabaseEngine engine, string connectionString)
    {
        if (engine == DatabaseEngine.Sqlite)
        {
            await using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
            return;
        }
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        await OnServerAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private static string NextName()
    {
        lock (Gate)
            return $"test_{Environment.ProcessId}_{++_made}";
    }

    private static string Sqlite(string file) => new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString();

    private static string Postgres(string database) =>
        new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { Database = database, MaxPoolSize = 10 }.ToString();

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("newssite-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using (var paper = await Paper.CreateAsync(DatabaseEngine.Sqlite, isEmpty: true))
        {
            await paper.New<Migrator>().ApplyAsync();
            // One file without a journal beside it can be copied.
            await using var connection = new SqliteConnection(paper.ConnectionString);
            await connection.OpenAsync();
            await using var copy = connection.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.Parameters.AddWithValue("$file", Path.Combine(folder, "template.db"));
            await copy.ExecuteNonQueryAsync();
        }
        return Path.Combine(folder, "template.db");
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        var paper = await Paper.CreateAsync(DatabaseEngine.Postgres, isEmpty: true);
        await paper.New<Migrator>().ApplyAsync();
        var name = new NpgsqlConnectionStringBuilder(paper.ConnectionString).Database!;
        await paper.CloseAsync();
        // A template must have no sessions.
        NpgsqlConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)").GetAwaiter().GetResult();
        return name;
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of databases are made here, and cannot be parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
