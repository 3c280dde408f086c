using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

/// <summary>What the browser alone does while somebody writes; which database stands behind it makes no difference.</summary>
public sealed class WritingTests(Site site) : NewsroomTest(site)
{
    [Fact]
    public async Task A_lost_connection_and_a_closed_window_lose_nothing()
    {
        var (an, editor) = await StartAsync("Herons by telegraph");
        var path = new Uri(an.Page.Url).AbsolutePath;
        ExpectsErrors = true; // The console names every request that finds no connection.

        await an.Page.Context.SetOfflineAsync(true);
        await editor.TypeAsync("Written in a tunnel.");
        await an.Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(editor.State).ToHaveTextAsync("No connection. Your text is kept in this browser.");
        await Assertions.Expect(editor.Voice).ToHaveTextAsync("No connection. Your text is kept in this browser.");
        await an.Page.Context.SetOfflineAsync(false);
        await editor.IsSavedAsync();
        await Assertions.Expect(editor.Voice).ToContainTextAsync("Saved at");

        await an.Page.Context.SetOfflineAsync(true);
        await editor.TypeAsync(" And in the next one.");
        await an.Page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(editor.State).ToHaveAttributeAsync("data-state", "offline");
        await an.Page.CloseAsync();
        await an.Page.Context.SetOfflineAsync(false);
        var page = await an.Page.Context.NewPageAsync();
        await page.GotoAsync(path);
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Unsaved text" }).GetByRole(AriaRole.Button, new() { Name = "Restore it" }).ClickAsync();
        editor = await EditorPage.ShownAsync(page);
        await Assertions.Expect(editor.Text).ToHaveTextAsync("Written in a tunnel. And in the next one.");
        await editor.IsSavedAsync();
    }

    [Fact]
    public async Task A_dropped_picture_stands_where_it_was_let_go_whatever_is_typed_meanwhile()
    {
        var (_, editor) = await StartAsync("Herons by air");
        await editor.TypeAsync("Above it.");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Page.Keyboard.TypeAsync("Below it.");

        await editor.DropPictureBehindAsync("Above it.");
        await editor.Page.Keyboard.TypeAsync(" Typed on.");
        await Assertions.Expect(editor.Text.Locator("figure.picture img")).ToBeVisibleAsync();
        await editor.Page.Keyboard.TypeAsync(" And on.");

        Assert.Equal(["P", "FIGURE", "P"], await editor.Text.EvaluateAsync<string[]>("text => [...text.children].map(block => block.tagName)"));
        await Assertions.Expect(editor.Text.Locator("> p")).ToHaveTextAsync(["Above it.", "Below it. Typed on. And on."]);
    }

    [Fact]
    public async Task A_table_is_filled_with_Tab_gains_a_row_at_its_end_and_is_left_with_Control_and_Enter()
    {
        var (_, editor) = await StartAsync("Herons in rows");
        await editor.TypeAsync("/table");
        await editor.Page.Keyboard.PressAsync("Enter");
        for (var cell = 0; cell < 10; cell++)
        {
            await editor.Page.Keyboard.TypeAsync($"c{cell}");
            await editor.Page.Keyboard.PressAsync("Tab");
        }
        await editor.Page.Keyboard.PressAsync("Control+Enter");
        await editor.Page.Keyboard.TypeAsync("Behind it.");

        await Assertions.Expect(editor.Text.GetByRole(AriaRole.Row)).ToHaveTextAsync(["c0c1c2", "c3c4c5", "c6c7c8", "c9"]);
        await Assertions.Expect(editor.Text.Locator("> p").Last).ToHaveTextAsync("Behind it.");
        await editor.SaveAsync();
    }

    [Fact]
    public async Task Names_and_articles_are_found_however_fast_Enter_follows()
    {
        var (an, editor) = await StartAsync("Herons in a hurry");
        var tag = Fresh("hurried");

        await an.Page.GetByRole(AriaRole.Combobox, new() { Name = "Tags" }).FocusAsync();
        await an.Page.Keyboard.TypeAsync(tag);
        await an.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(an.Page.Locator("[data-field=tagIds] li")).ToHaveTextAsync([tag]);

        await editor.TypeAsync("/related");
        await an.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(an.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("found");
        await an.Page.Keyboard.TypeAsync("canal district budget");
        await an.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(editor.Text.Locator(".embed-card")).ToContainTextAsync("Canal district budget", new() { IgnoreCase = true });
    }

    private async Task<(Colleague An, EditorPage Editor)> StartAsync(string headline)
    {
        var an = await HireAsync(await DeskAsync(Database.SQLite), "editor", "An");
        return (an, await (await ArticleListPage.OpenAsync(an.Page)).StartAsync(Fresh(headline)));
    }
}
