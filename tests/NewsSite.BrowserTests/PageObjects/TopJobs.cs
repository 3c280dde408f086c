using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>"Top jobs in Brussels and beyond".</summary>
public sealed class TopJobs(ILocator block)
{
    public ILocator Block { get; } = block;

    public ILocator Status => Block.GetByRole(AriaRole.Status);

    public ILocator Next => Block.GetByRole(AriaRole.Link, new() { Name = "Next page of top jobs" });

    public ILocator Previous => Block.GetByRole(AriaRole.Link, new() { Name = "Previous page of top jobs" });

    public Task<IReadOnlyList<string>> TitlesAsync() => Block.Locator(".job-title").AllInnerTextsAsync();

    public async Task<JobPage> OpenFirstAsync()
    {
        await Block.Locator(".job-title a").First.ClickAsync();
        return await JobPage.ShownAsync(Block.Page);
    }
}
