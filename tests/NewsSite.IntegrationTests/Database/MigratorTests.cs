using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.IntegrationTests.Database;

public abstract class MigratorTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task A_migrated_database_needs_no_further_migration()
    {
        Assert.Equal(0, await New<Migrator>().ApplyAsync(Cancel));
        Assert.False(await New<NewsDb>().Set<Article>().AnyAsync(Cancel));
    }

    [Fact]
    public async Task Nodes_that_start_at_once_migrate_once()
    {
        await using var empty = await Paper.CreateAsync(Engine, isEmpty: true);

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => empty.New<Migrator>().ApplyAsync(Cancel), Cancel)));

        Assert.Equal(Migration.In(typeof(Program).Assembly, Engine).Count, applied.Sum());
        Assert.Single(applied, count => count > 0);
        Assert.False(await empty.New<NewsDb>().Set<Article>().AnyAsync(Cancel));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_and_is_named()
    {
        await using var empty = await Paper.CreateAsync(Engine, isEmpty: true);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => OfThisAssembly(empty).ApplyAsync(Cancel));

        Assert.Contains("0003-broken", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["1 parents", "2 rebuild"], await empty.ReadAsync("SELECT number || ' ' || name FROM schema_migrations ORDER BY number", Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() => empty.ReadAsync("SELECT name FROM half_made", Cancel));
        // It is not in the way of the next try, nor of anybody who waits for the lock.
        await Assert.ThrowsAnyAsync<Exception>(() => OfThisAssembly(empty).ApplyAsync(Cancel));
    }

    [Fact]
    public async Task Rebuilding_a_parent_table_keeps_its_children()
    {
        await using var empty = await Paper.CreateAsync(Engine, isEmpty: true);

        await Assert.ThrowsAnyAsync<Exception>(() => OfThisAssembly(empty).ApplyAsync(Cancel));

        Assert.Equal(["child of parent"], await empty.ReadAsync("SELECT children.name || ' of ' || parents.title FROM children JOIN parents ON parents.id = children.parent_id", Cancel));
    }

    /// <summary>Runs the migrations that lie beside this class: two good ones and a broken one.</summary>
    private static Migrator OfThisAssembly(Paper paper)
    {
        var services = paper.NewScope();
        return new Migrator(
            services.GetRequiredService<IServiceScopeFactory>(), new MigrationSource(typeof(MigratorTests).Assembly),
            services.GetRequiredService<DatabaseSettings>(), services.GetRequiredService<PaperClock>(), NullLogger<Migrator>.Instance);
    }

    public sealed class OnSqlite() : MigratorTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : MigratorTests(DatabaseEngine.Postgres);
}
