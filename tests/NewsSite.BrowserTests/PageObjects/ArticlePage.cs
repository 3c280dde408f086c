using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

public sealed class ArticlePage : PaperPage
{
    private ArticlePage(IPage page)
        : base(page)
    {
    }

    public ILocator Headlines => Page.Locator("[data-headlines] .headline");

    public ILocator ViewMore => Page.Locator("[data-headlines] a[data-more]");

    public ILocator Share => Page.Locator("[data-share]");

    public ILocator Embed => Page.Locator("figure.embed");

    public static async Task<ArticlePage> OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        return await ShownAsync(page);
    }

    public static async Task<ArticlePage> ShownAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("article.story")).ToBeVisibleAsync();
        return new ArticlePage(page);
    }
}
