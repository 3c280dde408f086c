using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Checks;

/// <summary>Every page of the newsroom, each in one of the three languages, on a desk and on a phone, by day and by night.</summary>
public sealed class NewsroomPagesTests(Site site, FilledNewsroom newsroom) : NewsroomTest(site), IClassFixture<FilledNewsroom>
{
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('body *')]
            .filter(element => element.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(element => element.outerHTML.slice(0, 120)).join(' | ') || 'too wide'
        """;

    private static readonly string[] Languages = ["", "/nl", "/fr"];

    public static TheoryData<string> Pages => [.. NewsroomAddresses.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(string name)
    {
        var page = await OpenAsync(Window.Desk with { Session = newsroom.Session }, newsroom.Paper.Address);
        await ShowAsync(page, await AddressAsync(page, name));

        var found = new List<string>();
        await LookAsync(page, found, null);
        await page.SetViewportSizeAsync(Window.Phone.Width, Window.Phone.Height);
        await LookAsync(page, found, null);
        if (await page.EvaluateAsync<string>(TooWide) is { Length: > 0 } wide)
            found.Add($"sticks out: {wide}");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await LookAsync(page, found, RunOnlyOptions.Rules("color-contrast"));

        Assert.Equal("", string.Join('\n', found));
    }

    private async Task<string> AddressAsync(IPage page, string name)
    {
        var list = name.Split("/{id}")[0];
        if (name.Contains("{id}", StringComparison.Ordinal))
            name = name.Replace("{id}", newsroom.Ids.TryGetValue(list, out var id) ? id : await FilledNewsroom.FirstBelowAsync(page, list), StringComparison.Ordinal);
        return Languages[name.Sum(letter => letter) % Languages.Length] + name;
    }

    private static async Task ShowAsync(IPage page, string address)
    {
        var answer = await page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{address} answers with {answer.Status}");
        if (await page.Locator("[data-editor]").CountAsync() > 0)
            await EditorPage.ShownAsync(page);
    }

    /// <param name="only">Null: all rules.</param>
    private static async Task LookAsync(IPage page, List<string> found, RunOnlyOptions? only)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = only });
        found.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{page.ViewportSize!.Width}: {violation.Id}: {violation.Help}: {node.Html}")));
    }
}
