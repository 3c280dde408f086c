using System.Globalization;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>What an article said before.</summary>
public sealed class VersionsPage(IPage page) : DeskPage(page)
{
    /// <summary>Passages that the newer of the two texts has and the older has not.</summary>
    public ILocator Added => Page.Locator(".compared p:not(.compared-legend) ins");

    public static async Task<VersionsPage> OpenAsync(IPage page, string article)
    {
        await page.GotoAsync(article + "/versions");
        return new VersionsPage(page);
    }

    public Task<int> NewestAsync() =>
        Page.Locator(".history button").EvaluateAllAsync<int>("buttons => Math.max(...buttons.map(button => Number(button.value)))");

    public async Task CompareAsync(int older, int newer)
    {
        await Page.GetByLabel(string.Create(CultureInfo.InvariantCulture, $"Version {older} as the older")).CheckAsync();
        await Page.GetByLabel(string.Create(CultureInfo.InvariantCulture, $"Version {newer} as the newer")).CheckAsync();
        await Button("Compare").ClickAsync();
        await Assertions.Expect(Page.Locator("#compared-title")).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $"From version {older} to version {newer}"));
    }

    public async Task<EditorPage> RollBackAsync(int number)
    {
        await Button(string.Create(CultureInfo.InvariantCulture, $"Roll back to version {number}")).ClickAsync();
        var editor = await EditorPage.ShownAsync(Page);
        await Assertions.Expect(Said).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"The text says again what version {number} said."));
        return editor;
    }
}
