using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Database;

internal static class DatabaseRegistration
{
    /// <summary>Contexts kept for later requests; each holds a connection to SQLite with up to 2 MB of pages.</summary>
    private const int PoolSize = 32;

    public static void AddNewsDb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => Read(
            configuration, Folders.Data(provider.GetRequiredService<IHostEnvironment>(), provider.GetRequiredService<IOptions<SiteSettings>>())));
        services.AddSingleton<ChangeLog>();
        services.AddSingleton<Migrator>();
        services.AddScoped<Statistics>();
        services.AddSingleton(new MappedAssembly(typeof(NewsDb).Assembly));
        services.AddDbContextPool<NewsDb>((provider, options) => Configure(options, provider.GetRequiredService<DatabaseSettings>()), PoolSize);
    }

    private static DatabaseSettings Read(IConfiguration configuration, string dataPath)
    {
        var named = configuration["Database:Engine"] ?? nameof(DatabaseEngine.Sqlite);
        if (!Enum.TryParse<DatabaseEngine>(named, ignoreCase: true, out var engine) || !Enum.IsDefined(engine))
            throw new OptionsValidationException("Database", typeof(DatabaseSettings), [$"Database:Engine is '{named}'; it must be Sqlite or Postgres"]);
        var connection = configuration.GetConnectionString("NewsSite");
        if (engine == DatabaseEngine.Postgres && string.IsNullOrWhiteSpace(connection))
            throw new OptionsValidationException("Database", typeof(DatabaseSettings), ["ConnectionStrings:NewsSite must be set when Database:Engine is Postgres"]);
        return engine == DatabaseEngine.Postgres
            ? new DatabaseSettings(engine, connection!)
            : new DatabaseSettings(engine, Sqlite(connection, dataPath));
    }

    private static string Sqlite(string? connection, string dataPath)
    {
        var builder = new SqliteConnectionStringBuilder(connection ?? "");
        if (builder.DataSource.Length == 0)
            builder.DataSource = Path.Combine(dataPath, "newssite.db");
        builder.ForeignKeys = true;
        return builder.ToString();
    }

    internal static void Configure(DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        if (settings.Engine == DatabaseEngine.Sqlite)
            // A list is handed over as one parameter, so that a query's text and plan do not depend on its length.
            options.UseSqlite(settings.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(new KeptConnections(settings.ConnectionString));
        else
            options.UseNpgsql(settings.ConnectionString).AddInterceptors(new LockedRows.Interceptor());
        options.ConfigureWarnings(warnings => warnings.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
    }
}
