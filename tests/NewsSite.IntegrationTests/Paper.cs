using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using NewsSite.Accounts;
using NewsSite.Alerts;
using NewsSite.Jobs;
using NewsSite.Newsroom;
using NewsSite.Platform;
using NewsSite.Platform.Database;
using NewsSite.Search;
using NewsSite.Tests;
using NewsSite.Transfer;
using NewsSite.Web.Pages.Alerts;

namespace NewsSite.IntegrationTests;

/// <summary>
/// A paper of its own for one test: the modules as the host composes them, over a fresh database and a fresh data folder,
/// with a clock that the test sets. Nothing runs in the background.
/// </summary>
public sealed class Paper : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly ServiceProvider _services;
    private readonly List<AsyncServiceScope> _scopes = [];

    /// <summary>Another process over the database and folder of this one.</summary>
    private readonly Paper? _of;

    private Paper(DatabaseEngine engine, DirectoryInfo folder, string connectionString, Paper? of = null)
    {
        _of = of;
        Clock = of?.Clock ?? new SettableClock();
        Engine = engine;
        ConnectionString = connectionString;
        _folder = folder;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new Surroundings(folder.FullName))
            .AddLogging()
            .AddPlatform(configuration)
            .AddAccounts()
            .AddNewsroom()
            .AddJobs()
            .AddSearch()
            .AddTransfer()
            .AddAlerts()
            .AddAlertSources()
            .AddSingleton(new MigrationSource(typeof(Program).Assembly))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public DatabaseEngine Engine { get; }

    public string ConnectionString { get; }

    public SettableClock Clock { get; }

    /// <summary>The paper's data folder.</summary>
    public string Folder => _folder.FullName;

    public Dictionary<string, string?> Settings => new()
    {
        ["Database:Engine"] = Engine.ToString(),
        ["ConnectionStrings:NewsSite"] = ConnectionString,
        ["Site:DataPath"] = Folder,
        ["Site:Demo"] = "false",
    };

    /// <param name="isEmpty">Without any table: for tests of the migrator.</param>
    public static async Task<Paper> CreateAsync(DatabaseEngine engine, bool isEmpty = false)
    {
        var folder = Directory.CreateTempSubdirectory("newssite-test-");
        var connection = isEmpty
            ? await DatabaseServer.CreateEmptyAsync(engine, folder.FullName)
            : await DatabaseServer.CreateMigratedAsync(engine, folder.FullName);
        return new Paper(engine, folder, connection);
    }

    /// <summary>The same paper in another process, such as after a restart.</summary>
    public Paper Again() => new(Engine, _folder, ConnectionString, this);

    /// <summary>A service in a scope of its own, as each request has one; it lives until the paper is disposed.</summary>
    public T New<T>()
        where T : notnull => NewScope().GetRequiredService<T>();

    /// <summary>A scope of its own, for services that must share one database context.</summary>
    public IServiceProvider NewScope()
    {
        var scope = _services.CreateAsyncScope();
        lock (_scopes)
            _scopes.Add(scope);
        return scope.ServiceProvider;
    }

    /// <summary>Lets go of the services, but keeps the database.</summary>
    internal async Task CloseAsync()
    {
        foreach (var scope in _scopes)
            await scope.DisposeAsync();
        await _services.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (_of is not null)
            return;
        await DatabaseServer.DropAsync(Engine, ConnectionString);
        _folder.Delete(recursive: true);
    }

    private sealed class Surroundings(string folder) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "NewsSite.IntegrationTests";
        public string EnvironmentName { get; set; } = Environments.Production;
        public string ContentRootPath { get; set; } = folder;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
