using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

public sealed class KeyboardTests(Site site) : BrowserTest(site)
{
    /// <summary>The focused element or the card around it has an outline, and it lies in the window.</summary>
    private const string FocusShows = """
        () => {
            const element = document.activeElement;
            const places = [element, element.closest('.teaser, .job, .search')];
            const shows = places.some(place => place && getComputedStyle(place).outlineStyle !== 'none' && parseFloat(getComputedStyle(place).outlineWidth) > 0);
            const box = element.getBoundingClientRect();
            const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            return shows && seen ? '' : `${element.outerHTML.slice(0, 120)} outline ${shows}, in the window ${seen}`;
        }
        """;

    [Fact]
    public async Task The_first_key_offers_to_skip_to_the_content()
    {
        var page = await OpenAsync(Window.Desk);
        await FrontPage.OpenAsync(page);
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" });

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task The_focus_is_always_seen()
    {
        var page = await OpenAsync(Window.Desk);
        await ArticlePage.OpenAsync(page, await Site.PathAsync("where-is-the-river-this-paper-is-named-after"));

        var lost = new List<string>();
        for (var key = 0; key < 75; key++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>(FocusShows) is { Length: > 0 } found)
                lost.Add(found);
        }

        Assert.Empty(lost);
    }

    [Fact]
    public async Task The_menu_opens_and_closes_and_gives_the_focus_back()
    {
        var page = await OpenAsync(Window.Phone);
        await FrontPage.OpenAsync(page);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true });
        var section = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link).First;

        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(section).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('#menu').contains(document.activeElement)"));
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(section).ToBeHiddenAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
    }
}
