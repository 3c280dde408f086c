using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>The newsroom's list of articles.</summary>
public sealed class ArticleListPage(IPage page) : DeskPage(page)
{
    public static async Task<ArticleListPage> OpenAsync(IPage page, string part = "")
    {
        await page.GotoAsync("/newsroom/articles" + (part.Length > 0 ? "?part=" + part : ""));
        return new ArticleListPage(page);
    }

    public ILocator Row(string headline) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = headline });

    public async Task<EditorPage> StartAsync(string headline)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "New article" }).ClickAsync();
        await Page.GetByLabel("Headline", new() { Exact = true }).FillAsync(headline);
        await Page.GetByLabel("Section", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Button("Start writing").ClickAsync();
        return await EditorPage.ShownAsync(Page);
    }

    public async Task<EditorPage> WriteAsync(string headline)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = headline }).ClickAsync();
        return await EditorPage.ShownAsync(Page);
    }
}
