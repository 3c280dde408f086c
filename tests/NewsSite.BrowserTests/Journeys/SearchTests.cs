using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

public sealed class SearchTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task A_suggestion_is_chosen_with_the_arrow_keys_and_told_to_screen_readers()
    {
        var page = await OpenAsync(Window.Desk);
        await FrontPage.OpenAsync(page);
        var box = page.Locator("#search-menu");
        await Assertions.Expect(box).ToHaveAttributeAsync("role", "combobox");

        await box.PressSequentiallyAsync("cult");
        var options = page.Locator("#search-menu-list [role=option]");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#search-menu-list + [role=status]")).ToContainTextAsync("suggestion");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await box.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", "search-menu-list-0");

        await box.PressAsync("Escape");
        await Assertions.Expect(box).ToHaveValueAsync("cult");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "false");

        await box.PressAsync("u");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = "Culture Section", Exact = true })).ToBeVisibleAsync();
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Culture");
    }

    [Fact]
    public async Task A_question_is_typed_and_narrowed_down_by_keys_alone()
    {
        var page = await OpenAsync(Window.Desk);
        await FrontPage.OpenAsync(page);
        await page.Locator("#search-menu").FocusAsync();
        await page.Keyboard.TypeAsync("tram");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("/search?q=tram", StringComparison.Ordinal));
        var search = new SearchPage(page);
        await Assertions.Expect(search.Marks.First).ToBeVisibleAsync();
        var all = await search.Count.InnerTextAsync();

        await TabToAsync(page, search.Option("Section", "Mobility"));
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, search.Show);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("section=mobility"));
        await Assertions.Expect(search.Chips).ToHaveCountAsync(1);
        await Assertions.Expect(search.Option("Section", "Mobility")).ToBeCheckedAsync();
        Assert.NotEqual(all, await search.Count.InnerTextAsync());

        await TabToAsync(page, search.Chips.First);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(search.Chips).ToHaveCountAsync(0);
        await Assertions.Expect(search.Count).ToHaveTextAsync(all);
    }

    [Fact]
    public async Task Jobs_around_a_place_are_found_by_keys_alone()
    {
        var page = await OpenAsync(Window.Desk);
        var search = await SearchPage.OpenAsync(page, "/jobs");
        await search.Place.FocusAsync();
        await page.Keyboard.TypeAsync("ixel");
        await Assertions.Expect(page.Locator("#asked-near-list [role=option]").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(search.Place).ToHaveValueAsync("Ixelles");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("5 km");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync(url => url.Contains("near=Ixelles", StringComparison.Ordinal) && url.Contains("km=5", StringComparison.Ordinal));
        await Assertions.Expect(search.Chips.First).ToContainTextAsync("5 km around Ixelles");
    }

    [Fact]
    public async Task Near_me_asks_the_browser_and_rounds_what_it_says()
    {
        var page = await OpenAsync(Window.Desk);
        await page.Context.GrantPermissionsAsync(["geolocation"]);
        await page.Context.SetGeolocationAsync(new() { Latitude = 50.846731f, Longitude = 4.352544f });
        await SearchPage.OpenAsync(page, "/jobs");

        await page.GetByRole(AriaRole.Button, new() { Name = "Near me" }).ClickAsync();

        await page.WaitForURLAsync(url => url.Contains("near=50.85%2C4.35", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filters_open_on_a_phone_and_send_the_same()
    {
        var page = await OpenAsync(Window.Phone);
        var search = await SearchPage.OpenAsync(page, "/search?q=tram");
        await Assertions.Expect(search.Show).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Filters", Exact = true }).ClickAsync();
        await search.Option("Section", "Mobility").CheckAsync();
        await search.Show.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("section=mobility"));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Filters (1)" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task All_of_it_works_without_script()
    {
        var page = await OpenAsync(Window.Desk with { HasScript = false });
        await FrontPage.OpenAsync(page);
        await page.Locator("#search-menu").FillAsync("tram");
        await page.Locator("#search-menu").PressAsync("Enter");
        var search = new SearchPage(page);
        await Assertions.Expect(search.Marks.First).ToBeVisibleAsync();

        await search.Option("Section", "Mobility").CheckAsync();
        await search.Show.ClickAsync();
        await Assertions.Expect(search.Chips).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Sorted by" }).GetByRole(AriaRole.Link, new() { Name = "Newest" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("section=mobility.*sort=newest"));

        await page.GotoAsync("/jobs");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Near me" })).ToBeHiddenAsync();
        await search.Place.FillAsync("1050");
        await search.Place.PressAsync("Enter");
        await Assertions.Expect(search.Chips.First).ToContainTextAsync("around 1050");
    }

    /// <summary>Presses Tab until that has the focus.</summary>
    private static async Task TabToAsync(IPage page, ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var key = 0; key < 120; key++)
        {
            if (await target.EvaluateAsync<bool>("element => document.activeElement === element"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail("Tab does not come there");
    }
}
