using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

/// <summary>The newsroom without a mouse.</summary>
public sealed class NewsroomKeyboardTests(Site site) : NewsroomTest(site)
{
    private const int MostKeys = 120;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_article_is_written_and_published_by_keys_alone(Database database)
    {
        var paper = await DeskAsync(database);
        var headline = Fresh("Herons by hand");
        var an = await HireAsync(paper, "editor", "An");
        await an.SignOutAsync();
        var page = an.Page;

        await page.GotoAsync("/account/sign-in?returnUrl=%2Fnewsroom%2Fcalendar");
        await TypeAsync(page, page.GetByLabel("E-mail address"), an.Email);
        await TypeAsync(page, page.GetByLabel("Password", new() { Exact = true }), Colleague.Password);
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }));
        await page.GetByLabel("Code").WaitForAsync();
        await TypeAsync(page, page.GetByLabel("Code"), an.Code());
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/newsroom/calendar", new() { WaitUntil = WaitUntilState.Commit });

        await PressAsync(page, page.GetByRole(AriaRole.Navigation, new() { Name = "Newsroom" }).GetByRole(AriaRole.Link, new() { Name = "Articles" }));
        await page.WaitForURLAsync("**/newsroom/articles", new() { WaitUntil = WaitUntilState.Commit });
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "New article" }));
        await page.WaitForURLAsync("**/newsroom/articles/new", new() { WaitUntil = WaitUntilState.Commit });
        await TypeAsync(page, page.GetByLabel("Headline", new() { Exact = true }), "Not yet");
        await FocusAsync(page, page.GetByLabel("Section", new() { Exact = true }));
        await page.Keyboard.PressAsync("ArrowDown");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Start writing" }));

        var editor = await EditorPage.ShownAsync(page);
        await FocusAsync(page, editor.Headline);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(headline);
        await TypeAsync(page, editor.Text, "Nobody has touched a mouse.");
        await editor.SaveAsync();
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }), "Shift+Tab");
        await page.WaitForURLAsync("**/publish", new() { WaitUntil = WaitUntilState.Commit });
        var publish = new PublishPage(page);
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Publish now" }));
        await Assertions.Expect(publish.Said).ToHaveTextAsync("Published. Readers see it now.");

        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "See it as readers do" }));
        await Assertions.Expect((await ArticlePage.ShownAsync(page)).Title).ToHaveTextAsync(headline);
        await Assertions.Expect(page.Locator(".story-body")).ToContainTextAsync("Nobody has touched a mouse.");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Cards_are_moved_on_the_front_page_with_Space_and_arrows(Database database)
    {
        var board = await FrontBoardPage.OpenAsync((await HireAsync(await DeskAsync(database), "chief-editor", "An")).Page, "en");
        var (first, second) = (await board.NumberAsync("pool", 0), await board.NumberAsync("pool", 1));

        await FocusAsync(board.Page, board.Card(first));
        await LeadAsync(board, first);
        await Assertions.Expect(board.Status).ToContainTextAsync("Saved");

        // The lead holds one card: the new one takes its place, and it is told where the old one went.
        await board.Card(second).FocusAsync();
        await LeadAsync(board, second);
        await Assertions.Expect(board.Status).ToContainTextAsync("goes back to the newest articles: Lead is full.");
        await Assertions.Expect(board.Status).ToContainTextAsync("Saved");
        Assert.Equal([second], await board.NumbersAsync("lead"));

        await board.Page.ReloadAsync();
        Assert.Equal([second], await board.NumbersAsync("lead"));
    }

    /// <summary>Takes the card with the focus to the first place of the page.</summary>
    private static async Task LeadAsync(FrontBoardPage board, string card)
    {
        await board.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(board.Status).ToContainTextAsync("taken up");
        await board.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(board.Card(card)).ToBeFocusedAsync();
        await board.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(board.Status).ToContainTextAsync("put down in Lead, place 1");
    }

    private static async Task TypeAsync(IPage page, ILocator field, string words)
    {
        await FocusAsync(page, field);
        await page.Keyboard.TypeAsync(words);
    }

    private static async Task PressAsync(IPage page, ILocator control, string key = "Tab")
    {
        await FocusAsync(page, control, key);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes on from where the focus is until it is there.</summary>
    private static async Task FocusAsync(IPage page, ILocator control, string key = "Tab")
    {
        for (var pressed = 0; !await control.EvaluateAsync<bool>("element => element === document.activeElement"); pressed++)
        {
            Assert.True(pressed < MostKeys, $"{key} does not lead to {control} on {page.Url}");
            await page.Keyboard.PressAsync(key);
        }
    }
}
