using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>What a search found: of the paper, or on the page of jobs.</summary>
public sealed class SearchPage(IPage page) : PaperPage(page)
{
    public ILocator Found => Page.Locator("main :is(.teaser-title, .job-title)");

    public ILocator Marks => Page.Locator("main mark");

    public ILocator Count => Page.Locator(".results-count");

    public ILocator Chips => Page.Locator(".chips a:not(.chips-all)");

    public ILocator Words => Page.Locator("#asked-q");

    public ILocator Place => Page.Locator("#asked-near");

    public ILocator Show => Page.Locator("#filters").GetByRole(AriaRole.Button, new() { Name = "Show results" });

    public ILocator Option(string group, string label) =>
        Page.GetByRole(AriaRole.Group, new() { Name = group, Exact = true }).Locator("label").Filter(new() { HasText = label }).Locator("input").First;

    public static async Task<SearchPage> OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        return new SearchPage(page);
    }

    public async Task<ArticlePage> OpenAsync(string title)
    {
        await Found.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).First.ClickAsync();
        return await ArticlePage.ShownAsync(Page);
    }
}
