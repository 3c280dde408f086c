using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Checks;

public sealed class AccessibilityTests(Site site) : BrowserTest(site)
{
    public static TheoryData<string> Pages => Addresses.All;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_on_a_desk_or_a_phone_by_day_or_by_night(string name)
    {
        ExpectsErrors = true;
        var page = await OpenAsync(Window.Desk with { AllowsTools = true });
        await page.GotoAsync(await Addresses.OfAsync(Site, name));

        var found = new List<string>();
        foreach (var (window, scheme) in from window in new[] { Window.Desk, Window.Phone } from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } select (window, scheme))
        {
            await page.SetViewportSizeAsync(window.Width, window.Height);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            found.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{window.Width} {scheme}: {violation.Id}: {violation.Help}: {node.Html}")));
        }

        Assert.Empty(found);
    }
}
