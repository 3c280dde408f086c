using System.Globalization;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>Where an article is published, planned, corrected and taken from readers.</summary>
public sealed class PublishPage(IPage page) : DeskPage(page)
{
    /// <summary>The minute that begins ten to seventy seconds from now: day and time by the paper's clocks, and the moment.</summary>
    private const string NextMinute = """
        () => {
            const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: document.documentElement.dataset.timeZone, dateStyle: 'short', timeStyle: 'short' });
            const moment = Math.floor((Date.now() + 70000) / 60000) * 60000;
            return [...parts.format(moment).split(' '), String(moment)];
        }
        """;

    public static async Task<PublishPage> OpenAsync(IPage page, string article)
    {
        await page.GotoAsync(article + "/publish");
        return new PublishPage(page);
    }

    /// <summary>The article's address for readers, once they may see it.</summary>
    public async Task<string> AddressAsync() =>
        await Page.GetByRole(AriaRole.Link, new() { Name = "See it as readers do" }).GetAttributeAsync("href") ?? "";

    public Task PublishNowAsync() => DoAsync("Publish now", "Published. Readers see it now.");

    public Task PublishAsUpdateAsync() => DoAsync("Publish as an update", "Published. Readers see it now.");

    public Task PublishAsMinorEditAsync() => DoAsync("Publish as a minor edit", "Published. Readers see it now.");

    public async Task PlanAsync(DateOnly day, string time)
    {
        await Page.GetByLabel("Publish on", new() { Exact = true }).FillAsync(day.ToString("O", CultureInfo.InvariantCulture));
        await Page.Locator("#plan-time").FillAsync(time);
        await DoAsync("Schedule", "It will be published on");
    }

    /// <returns>When it is to be published.</returns>
    public async Task<DateTimeOffset> PlanForTheNextMinuteAsync()
    {
        var next = await Page.EvaluateAsync<string[]>(NextMinute);
        await PlanAsync(DateOnly.ParseExact(next[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), next[1]);
        return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(next[2], CultureInfo.InvariantCulture));
    }

    public Task DropThePlanAsync() => DoAsync("Drop the plan", "The plan is dropped");

    public async Task CorrectAsync(string words)
    {
        await Page.Locator("summary", new() { HasText = "Corrections" }).ClickAsync();
        await Page.GetByLabel("Tell readers what was wrong").FillAsync(words);
        await DoAsync("Show the correction", "Readers see the correction now.");
    }

    public Task UnpublishAsync() => DoAsync("Unpublish now", "Taken from readers.");

    /// <summary>Leads on to the recycle bin.</summary>
    public async Task<BinPage> PutInTheBinAsync()
    {
        await Page.Locator("summary", new() { HasText = "Recycle bin" }).ClickAsync();
        await DoAsync("To the recycle bin", "lies in the recycle bin.");
        return new BinPage(Page);
    }

    private async Task DoAsync(string button, string said)
    {
        await Button(button).ClickAsync();
        await Assertions.Expect(Said).ToContainTextAsync(said);
    }
}
