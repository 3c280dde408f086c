using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>What every page of the paper has.</summary>
public abstract class PaperPage(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Title => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public Ticker Ticker => new(Page.Locator("[data-ticker]"));

    public TopJobs TopJobs => new(Page.Locator("[data-top-jobs]"));

    public Task<string?> LanguageAsync() => Page.Locator("html").GetAttributeAsync("lang");

    /// <summary>Searches with the box in the header.</summary>
    public async Task<SearchPage> SearchAsync(string words)
    {
        var box = Page.Locator("#search-menu");
        await box.FillAsync(words);
        await box.PressAsync("Enter");
        await Page.WaitForURLAsync(url => url.Contains("/search?q=", StringComparison.Ordinal));
        return new SearchPage(Page);
    }

    /// <summary>Follows the header's link to another language.</summary>
    public async Task ReadInAsync(string code)
    {
        await Page.Locator($".mast .languages a[lang={code}]").ClickAsync();
        await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", code);
    }

    public async Task<JobListPage> AllJobsAsync()
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Jobs" }).ClickAsync();
        await Assertions.Expect(Title).ToHaveTextAsync("Jobs in Brussels and beyond");
        return new JobListPage(Page);
    }
}
