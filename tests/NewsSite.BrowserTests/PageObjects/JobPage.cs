using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

public sealed class JobPage : PaperPage
{
    private JobPage(IPage page)
        : base(page)
    {
    }

    public ILocator Apply => Page.Locator("#apply");

    public static async Task<JobPage> ShownAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("article.vacancy")).ToBeVisibleAsync();
        return new JobPage(page);
    }
}

public sealed class JobListPage(IPage page) : PaperPage(page)
{
    public async Task<JobPage> OpenFirstAsync()
    {
        await Page.Locator(".job-list .job-title a").First.ClickAsync();
        return await JobPage.ShownAsync(Page);
    }
}
