using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Database;

public sealed class MigrationFilesTests
{
    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        var sqlite = Migration.In(typeof(Program).Assembly, DatabaseEngine.Sqlite);
        var postgres = Migration.In(typeof(Program).Assembly, DatabaseEngine.Postgres);

        Assert.Equal(sqlite.Select(migration => (migration.Number, migration.Name)), postgres.Select(migration => (migration.Number, migration.Name)));
    }

    [Fact]
    public void Migrations_are_numbered_without_a_gap()
    {
        var numbers = Migration.In(typeof(Program).Assembly, DatabaseEngine.Sqlite).Select(migration => migration.Number).ToList();

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }
}
