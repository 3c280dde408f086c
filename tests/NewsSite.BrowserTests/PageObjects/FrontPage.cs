using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

public sealed class FrontPage(IPage page) : PaperPage(page)
{
    private ILocator Lead => Page.Locator(".teaser--lead .teaser-title");

    public static async Task<FrontPage> OpenAsync(IPage page)
    {
        await page.GotoAsync("/");
        return new FrontPage(page);
    }

    public Task<string> LeadTitleAsync() => Lead.InnerTextAsync();

    public async Task<ArticlePage> ReadLeadAsync()
    {
        await Lead.GetByRole(AriaRole.Link).ClickAsync();
        return await ArticlePage.ShownAsync(Page);
    }

    /// <summary>Wherever it stands on the page.</summary>
    public async Task<ArticlePage> ReadAsync(string headline)
    {
        await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = headline }).First.ClickAsync();
        return await ArticlePage.ShownAsync(Page);
    }
}
