using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>"Latest news". It moves by scrolling its row; how often it has been told to is counted, because a move takes its time.</summary>
public sealed class Ticker(ILocator ticker)
{
    private const string Count = """
        window.moves = 0;
        const scrollTo = Element.prototype.scrollTo;
        Element.prototype.scrollTo = function (...to) { window.moves++; return scrollTo.apply(this, to); };
        """;

    public ILocator Toggle => ticker.Locator("[data-ticker-toggle]");

    public ILocator Next => ticker.GetByRole(AriaRole.Button, new() { Name = "Next headline" });

    public ILocator Previous => ticker.GetByRole(AriaRole.Button, new() { Name = "Previous headline" });

    /// <summary>Before the page is opened: time stands still until the test moves it.</summary>
    public static async Task WatchAsync(IPage page)
    {
        await page.AddInitScriptAsync(Count);
        await page.Clock.InstallAsync();
    }

    public Task<int> MovesAsync() => ticker.Page.EvaluateAsync<int>("window.moves");

    public Task WaitForPlaceAsync(bool isAtStart) => ticker.Page.WaitForFunctionAsync(
        "atStart => (document.querySelector('.ticker-list').scrollLeft < 5) === atStart", isAtStart, new() { PollingInterval = 50 });
}
