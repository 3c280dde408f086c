using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>The newsroom's recycle bin.</summary>
public sealed class BinPage(IPage page) : DeskPage(page)
{
    public ILocator Row(string headline) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = headline });

    public async Task RestoreAsync(string headline)
    {
        await Button("Restore " + headline).ClickAsync();
        await Assertions.Expect(Said).ToContainTextAsync("is restored.");
        await Assertions.Expect(Row(headline)).ToHaveCountAsync(0);
    }
}
