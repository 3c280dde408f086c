using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Checks;

/// <summary>What opens over the text, as somebody meets it who hears the page and presses keys.</summary>
public sealed class EditorDialogsTests(Site site) : NewsroomTest(site)
{
    private const string Focused = "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent";

    /// <summary>What opens it, what it is called, which field or button then has the focus, and whether it is unlike those before it.</summary>
    private static readonly (string Tool, string Name, string Focus, bool IsNew)[] Dialogs =
    [
        ("Link", "Link", "Address", true),
        ("Picture", "Choose a picture", "Search pictures", true),
        ("Gallery", "Choose pictures", "Search pictures", false),
        ("Embed by address", "Embed by address", "Address of the page", false),
        ("Related article", "Related article", "Search", true),
        ("Keyboard shortcuts", "Keyboard shortcuts", "Close", true),
    ];

    [Fact]
    public async Task Every_dialog_has_its_name_takes_the_focus_and_gives_it_back()
    {
        var an = await HireAsync(await DeskAsync(Database.SQLite), "editor", "An");
        var editor = await (await ArticleListPage.OpenAsync(an.Page)).StartAsync(Fresh("Herons by ear"));
        await editor.TypeAsync("Words.");

        var found = new List<string>();
        foreach (var (tool, name, focus, isNew) in Dialogs)
        {
            await editor.ReachToolAsync(tool);
            await an.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(editor.Dialog).ToHaveAccessibleNameAsync(name);
            Assert.Equal(focus, await an.Page.EvaluateAsync<string>(Focused));
            if (isNew)
                await LookAsync(an.Page, tool, found);
            await an.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(editor.Dialog).ToHaveCountAsync(0);
            Assert.True(await an.Page.EvaluateAsync<bool>("document.activeElement.closest('.prose, .toolbar') !== null"), $"{tool} leaves the focus at {await an.Page.EvaluateAsync<string>(Focused)}");
        }

        await editor.TypeAsync("");
        await an.Page.Keyboard.PressAsync("Enter");
        await an.Page.Keyboard.TypeAsync("/sub");
        await LookAsync(an.Page, "the list of blocks", found);
        await Assertions.Expect(editor.Text).ToHaveAttributeAsync("aria-activedescendant", await an.Page.Locator(".slash [aria-selected=true]").GetAttributeAsync("id") ?? "");
        Assert.Equal("", string.Join('\n', found));
    }

    private static async Task LookAsync(IPage page, string what, List<string> found)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        found.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{what}: {violation.Id}: {violation.Help}: {node.Html}")));
    }
}
