using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

public sealed class ArticleTests(Site site) : BrowserTest(site)
{
    private const string Map = "https://www.openstreetmap.org/";

    [Fact]
    public async Task A_foreign_frame_is_fetched_only_when_the_reader_asks_for_it()
    {
        var page = await OpenAsync(Window.Desk);
        await page.RouteAsync(Map + "**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>Map</title>" }));
        var article = await ArticlePage.OpenAsync(page, await Site.PathAsync("where-is-the-river-this-paper-is-named-after"));
        await article.Embed.ScrollIntoViewIfNeededAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.All(Requests, request => Assert.StartsWith(Site.Demo, request, StringComparison.Ordinal));
        await Assertions.Expect(article.Embed.Locator("iframe")).ToHaveCountAsync(0);

        await article.Embed.GetByRole(AriaRole.Button, new() { Name = "Show content from OpenStreetMap" }).ClickAsync();

        await Assertions.Expect(article.Embed.Locator("iframe")).ToBeFocusedAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('iframe')?.src.startsWith('https://www.openstreetmap.org/')");
        Assert.Contains(Requests, request => request.StartsWith(Map, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_link_of_an_article_is_copied()
    {
        var page = await OpenAsync(Window.Desk);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var article = await ArticlePage.OpenAsync(page, await Site.PathAsync("no-vote-after-midnight"));

        await article.Share.Locator("summary").ClickAsync();
        await article.Share.GetByRole(AriaRole.Link, new() { Name = "Copy link" }).ClickAsync();

        await Assertions.Expect(article.Share.GetByRole(AriaRole.Status)).ToHaveTextAsync("The link is copied");
        await Assertions.Expect(article.Share.Locator("summary")).ToBeFocusedAsync();
        Assert.Equal(page.Url, await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Pictures_of_a_gallery_are_turned_with_buttons()
    {
        var page = await OpenAsync(Window.Phone);
        await ArticlePage.OpenAsync(page, await Site.PathAsync("where-is-the-river-this-paper-is-named-after"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Next picture" }).ClickAsync();

        await page.WaitForFunctionAsync("() => document.querySelector('.gallery-strip').scrollLeft > 50");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Previous picture" })).ToHaveAttributeAsync("aria-disabled", "false");
    }
}
