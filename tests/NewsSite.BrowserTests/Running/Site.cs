using System.Text.RegularExpressions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(NewsSite.BrowserTests.Running.Site))]

namespace NewsSite.BrowserTests.Running;

/// <summary>What all browser tests share: one Chromium, the demo paper on SQLite and, for those who ask, a sample on PostgreSQL.</summary>
public sealed partial class Site : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>A browser that a test drives fills in forms as fast as a program, which it is.</summary>
    private const string LeastSeconds = "Jobs__Applications__LeastSeconds";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private PaperProcess? _demo;
    private PaperProcess? _desk;
    private PaperProcess? _sample;
    private IReadOnlyList<string>? _addresses;

    /// <summary>Why nothing can be tried in a browser here, or null.</summary>
    public static string? Missing => Program is null ? $"Chromium is not here ({string.Join(", ", Places)})" : null;

    private static string? Program => Places.FirstOrDefault(File.Exists);

    public IBrowser Browser => _browser!;

    /// <summary>Where the demo paper is open.</summary>
    public string Demo => _demo!.Address;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        _demo = await PaperProcess.StartAsync(new Dictionary<string, string>());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_demo is not null)
            await _demo.DisposeAsync();
        if (_desk is not null)
            await _desk.DisposeAsync();
        if (_sample is not null)
        {
            await _sample.DisposeAsync();
            await PostgresDatabase.DropAsync();
        }
        _gate.Dispose();
    }

    /// <summary>A paper in which tests may write and publish: another demo paper on SQLite; a small sample on PostgreSQL, which never gets the demo paper.</summary>
    public async Task<PaperProcess> DeskAsync(Database database)
    {
        await _gate.WaitAsync();
        try
        {
            return database == Database.SQLite
                ? _desk ??= await PaperProcess.StartAsync(new Dictionary<string, string> { [LeastSeconds] = "0", ["Alerts__Gathering"] = "00:00:01" })
                : _sample ??= await PaperProcess.StartAsync(
                    new Dictionary<string, string> { [LeastSeconds] = "0", ["Alerts__Gathering"] = "00:00:01", ["Database__Engine"] = "Postgres", ["ConnectionStrings__NewsSite"] = await PostgresDatabase.CreateAsync() },
                    "load-sample", "--articles", "60", "--jobs", "20");
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The demo paper's path that ends so; found in its sitemaps, because ids are nobody's business.</summary>
    public async Task<string> PathAsync(string end)
    {
        await _gate.WaitAsync();
        try
        {
            _addresses ??= await SitemapAsync();
            return _addresses.Single(path => path.EndsWith("/" + end, StringComparison.Ordinal));
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<IReadOnlyList<string>> SitemapAsync()
    {
        using var client = new HttpClient();
        var found = new List<string>();
        foreach (Match part in Location().Matches(await client.GetStringAsync($"{Demo}/sitemap.xml")))
            found.AddRange(Location().Matches(await client.GetStringAsync(part.Groups[1].Value)).Select(match => match.Groups[1].Value[Demo.Length..]));
        return found;
    }

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex Location();
}

/// <summary>What the site keeps its tables in.</summary>
public enum Database
{
    SQLite,
    PostgreSQL,
}
