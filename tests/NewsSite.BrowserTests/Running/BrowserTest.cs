using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Running;

/// <summary>
/// A test with browser windows of its own. Whatever a page complains about in its console (an error, a refused script or style)
/// fails the test at its end.
/// </summary>
public abstract class BrowserTest(Site site) : IAsyncLifetime
{
    /// <summary>Generous: the machine may be busy with other tests.</summary>
    private const float Patience = 20_000;

    private readonly List<IBrowserContext> _windows = [];
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];

    protected Site Site { get; } = site;

    /// <summary>Everything that the pages have fetched.</summary>
    protected IReadOnlyList<string> Requests => _requests;

    /// <summary>An error page is no complaint where it was asked for.</summary>
    protected bool ExpectsErrors { get; set; }

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Site.Missing is not null, Site.Missing ?? "");
        Assertions.SetDefaultExpectTimeout(Patience);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows)
            await window.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.True(_complaints.Count == 0, string.Join('\n', _complaints)); // In full: a comparison would cut it.
    }

    protected async Task<IPage> OpenAsync(Window window, string? paper = null)
    {
        var context = await Site.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = paper ?? Site.Demo,
            ViewportSize = new ViewportSize { Width = window.Width, Height = window.Height },
            ColorScheme = window.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = window.WantsMotion ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
            JavaScriptEnabled = window.HasScript,
            BypassCSP = window.AllowsTools,
            Locale = "en-GB",
            StorageState = window.Session,
        });
        _windows.Add(context);
        context.SetDefaultTimeout(Patience);
        context.SetDefaultNavigationTimeout(Patience);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !(ExpectsErrors && message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)))
                _complaints.Add($"{message.Page?.Url}: {message.Text}");
        };
        context.WebError += (_, error) => _complaints.Add($"{error.Page?.Url}: {error.Error}");
        context.Request += (_, request) => _requests.Add(request.Url);
        return await context.NewPageAsync();
    }
}

/// <summary>The reader's window.</summary>
public sealed record Window
{
    public static readonly Window Desk = new();
    public static readonly Window Phone = new() { Width = 360, Height = 740 };

    public int Width { get; init; } = 1280;
    public int Height { get; init; } = 900;
    public bool IsDark { get; init; }
    public bool WantsMotion { get; init; }
    public bool HasScript { get; init; } = true;

    /// <summary>Cookies of somebody who is signed in, as the browser writes them down.</summary>
    public string? Session { get; init; }

    /// <summary>A checker is put into the page, against its policy.</summary>
    public bool AllowsTools { get; init; }
}
