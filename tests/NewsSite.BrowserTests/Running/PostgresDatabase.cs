using Npgsql;

namespace NewsSite.BrowserTests.Running;

/// <summary>An empty database on the server that run.sh has started.</summary>
internal static class PostgresDatabase
{
    private const string Variable = "NEWSSITE_TEST_POSTGRES";

    private static readonly string Name = $"browser_{Environment.ProcessId}";

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing => string.IsNullOrEmpty(Server) ? $"PostgreSQL is not here: {Variable} is not set (tests/run.sh sets it)" : null;

    private static string? Server => Environment.GetEnvironmentVariable(Variable);

    public static async Task<string> CreateAsync()
    {
        await RunAsync($"CREATE DATABASE {Name}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = Name, MaxPoolSize = 10 }.ToString();
    }

    public static Task DropAsync() => RunAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here, and cannot be a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
