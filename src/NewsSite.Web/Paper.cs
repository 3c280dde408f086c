using Microsoft.Extensions.Options;
using NewsSite.Accounts;
using NewsSite.Accounts.Users;
using NewsSite.Alerts;
using NewsSite.Jobs;
using NewsSite.Jobs.Occupations;
using NewsSite.Jobs.Places;
using NewsSite.Newsroom;
using NewsSite.Platform;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;
using NewsSite.Search;
using NewsSite.Transfer;
using NewsSite.Transfer.Demo;
using NewsSite.Web.Pages.Alerts;

namespace NewsSite.Web;

/// <summary>The whole program without its pages: what serving and the command line share.</summary>
public static class Paper
{
    private const string DefaultUrl = "http://localhost:5080";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot() });
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    public static void AddPaper(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new MigrationSource(typeof(Paper).Assembly));
        builder.Services.AddPlatform(builder.Configuration);
        builder.Services.AddAccounts();
        builder.Services.AddNewsroom();
        builder.Services.AddJobs();
        builder.Services.AddSearch();
        builder.Services.AddAlerts();
        builder.Services.AddAlertSources();
        builder.Services.AddTransfer();
    }

    /// <summary>Brings the database up to date and, on an empty laptop, fills it with the demo paper.</summary>
    public static async Task PrepareAsync(this IHost host, CancellationToken cancel = default)
    {
        await host.Services.GetRequiredService<Migrator>().ApplyAsync(cancel);
        var wantsDemo = host.Services.GetRequiredService<IOptions<SiteSettings>>().Value.Demo
            && host.Services.GetRequiredService<DatabaseSettings>().Engine == DatabaseEngine.Sqlite;
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartingPlaces>().FillAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<StartingOccupations>().FillAsync(cancel);
        if (wantsDemo)
            await scope.ServiceProvider.GetRequiredService<DemoPaper>().FillAsync(cancel);
        await host.Services.GetRequiredService<ChangeFollower>().CatchUpAsync(cancel);
    }

    /// <summary>While nobody can sign in, the console says how the first administrator does.</summary>
    private static async Task InviteFirstAdministratorAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<Invitations>().ForFirstAdministratorAsync(app.Lifetime.ApplicationStopping) is { } link)
            Console.WriteLine($"Nobody can sign in yet. The first administrator comes in here, once and within 24 hours: {link}");
    }

    /// <summary>Prepares the paper and says where it is open, as the last line of the start.</summary>
    public static async Task OpenAsync(this WebApplication app)
    {
        await app.PrepareAsync(app.Lifetime.ApplicationStopping);
        await InviteFirstAdministratorAsync(app);
        var name = app.Services.GetRequiredService<IOptions<SiteSettings>>().Value.Name;
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"{name} is open at {string.Join(", ", app.Urls)}"));
    }

    /// <summary>The working folder when the settings lie there (dotnet run), else the program's own (dotnet NewsSite.Web.dll from anywhere).</summary>
    private static string ContentRoot()
    {
        var working = Directory.GetCurrentDirectory();
        return File.Exists(Path.Combine(working, "appsettings.json")) ? working : AppContext.BaseDirectory;
    }
}
