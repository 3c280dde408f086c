using Microsoft.Playwright;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Checks;

public sealed class LayoutTests(Site site) : BrowserTest(site)
{
    /// <summary>
    /// A tenth of what counts as good (CLS 0.1): a late font moves a word of the menu by a few pixels, and no more than that.
    /// </summary>
    private const double Unseen = 0.01;

    private const string Watch = """
        window.shifts = [];
        new PerformanceObserver(list => {
            for (const entry of list.getEntries()) {
                if (!entry.hadRecentInput)
                    window.shifts.push({ value: entry.value, what: entry.sources.map(source => source.node?.parentElement?.outerHTML.slice(0, 100)).join(' | ') });
            }
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>Two frames after the other end of the page has come into view.</summary>
    private const string ReadThrough = """
        async () => {
            for (let y = 0; y < document.body.scrollHeight; y += 600) {
                scrollTo({ top: y, behavior: 'instant' });
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            }
            await document.fonts.ready;
        }
        """;

    public static TheoryData<string> Pages => Addresses.All;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_sticks_out_of_the_narrowest_window(string name)
    {
        ExpectsErrors = true;
        var page = await OpenAsync(Window.Phone with { Width = 320 });
        await page.GotoAsync(await Addresses.OfAsync(Site, name));

        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("/", 1280)]
    [InlineData("/", 360)]
    [InlineData("…/where-is-the-river-this-paper-is-named-after", 1280)]
    [InlineData("…/where-is-the-river-this-paper-is-named-after", 360)]
    public async Task Nothing_moves_under_the_readers_eyes(string name, int width)
    {
        var page = await OpenAsync(Window.Desk with { Width = width });
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(await Addresses.OfAsync(Site, name), new() { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync(ReadThrough);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var moved = await page.EvaluateAsync<double>("window.shifts.reduce((sum, shift) => sum + shift.value, 0)");
        Assert.True(moved < Unseen, await page.EvaluateAsync<string>("JSON.stringify(window.shifts, null, 1)"));
    }
}
