using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

public sealed class WithoutScriptTests(Site site) : BrowserTest(site)
{
    private static readonly Window Plain = Window.Desk with { HasScript = false };

    [Fact]
    public async Task Older_headlines_are_a_page()
    {
        var article = await (await FrontPage.OpenAsync(await OpenAsync(Plain))).ReadLeadAsync();

        await article.ViewMore.ClickAsync();

        await Assertions.Expect(article.Title).ToHaveTextAsync("Latest");
        Assert.Contains("/latest?before=", article.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(article.Page.Locator(".story-list .teaser")).ToHaveCountAsync(20);
    }

    [Fact]
    public async Task Top_jobs_are_turned_by_links_that_come_back_to_their_place()
    {
        var jobs = (await FrontPage.OpenAsync(await OpenAsync(Plain))).TopJobs;
        var first = await jobs.TitlesAsync();

        await jobs.Next.ClickAsync();

        await Assertions.Expect(jobs.Status).ToHaveTextAsync("Page 2 of 5");
        Assert.Empty((await jobs.TitlesAsync()).Intersect(first));
        await Assertions.Expect(jobs.Block).ToBeInViewportAsync();
    }

    [Fact]
    public async Task An_article_is_shared_by_plain_links_and_an_embed_is_a_link()
    {
        var page = await OpenAsync(Plain);
        var article = await ArticlePage.OpenAsync(page, await Site.PathAsync("where-is-the-river-this-paper-is-named-after"));

        await article.Share.Locator("summary").ClickAsync();

        foreach (var name in new[] { "X", "Facebook", "WhatsApp", "LinkedIn", "Mail" })
            await Assertions.Expect(article.Share.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(article.Embed.GetByRole(AriaRole.Link)).ToBeVisibleAsync();
        await Assertions.Expect(article.Embed.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".ticker-controls")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_menu_opens_on_a_phone()
    {
        var page = await OpenAsync(Window.Phone with { HasScript = false });
        await page.GotoAsync("/fr");

        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = "Politique" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Politique");
    }
}
