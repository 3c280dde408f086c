using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

public sealed class SearchPage(IPage page) : PaperPage(page)
{
    public ILocator Found => Page.Locator(".story-list .teaser-title");

    public ILocator Marks => Page.Locator("main mark");

    public async Task<ArticlePage> OpenAsync(string title)
    {
        await Found.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).First.ClickAsync();
        return await ArticlePage.ShownAsync(Page);
    }
}
