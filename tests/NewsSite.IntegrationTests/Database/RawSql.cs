using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Database;

internal static class RawSql
{
    /// <summary>Changes what is stored behind the program's back.</summary>
    public static async Task WriteAsync(this Paper paper, string sql, CancellationToken cancel)
    {
        var db = paper.New<NewsDb>();
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The first column of what a constant of a test asks for.</summary>
    public static async Task<List<string>> ReadAsync(this Paper paper, string sql, CancellationToken cancel)
    {
        var db = paper.New<NewsDb>();
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<string>();
        while (await rows.ReadAsync(cancel))
            found.Add(rows.GetString(0));
        return found;
    }
}
