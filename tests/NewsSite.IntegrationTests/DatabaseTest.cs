using NewsSite.Platform.Database;
using NewsSite.Tests;

namespace NewsSite.IntegrationTests;

/// <summary>
/// A contract that holds on both databases: derive an abstract class from it, and in it two sealed ones, OnSqlite and
/// OnPostgres. Each test has a paper of its own; without a PostgreSQL server its tests are skipped with the reason.
/// </summary>
public abstract class DatabaseTest(DatabaseEngine engine) : IAsyncLifetime
{
    protected DatabaseEngine Engine => engine;

    protected Paper Paper { get; private set; } = null!;

    protected SettableClock Clock => Paper.Clock;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        if (DatabaseServer.Missing(engine) is { } reason)
            Assert.Skip(reason);
        Paper = await Paper.CreateAsync(engine);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Paper is not null)
            await Paper.DisposeAsync();
    }

    /// <summary>A service in a scope of its own, as each request has one.</summary>
    protected T New<T>()
        where T : notnull => Paper.New<T>();
}
