using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Database;

public abstract class MigratorTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task A_migrated_database_needs_no_further_migration()
    {
        Assert.Equal(0, await New<Migrator>().ApplyAsync(Cancel));
        Assert.False(await New<NewsDb>().Set<Article>().AnyAsync(Cancel));
    }

    public sealed class OnSqlite() : MigratorTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : MigratorTests(DatabaseEngine.Postgres);
}
