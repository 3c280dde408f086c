using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

public sealed class TickerTests(Site site) : BrowserTest(site)
{
    /// <summary>In milliseconds; the ticker moves on every five seconds.</summary>
    private const int AWhile = 16_000;

    [Fact]
    public async Task The_headlines_move_on_by_themselves()
    {
        var (page, ticker) = await WatchAsync(wantsMotion: true);

        await page.Clock.RunForAsync(AWhile);

        await ticker.WaitForPlaceAsync(isAtStart: false);
        Assert.Equal(3, await ticker.MovesAsync());
    }

    [Fact]
    public async Task They_stand_while_they_are_paused_and_move_again_after_it()
    {
        var (page, ticker) = await WatchAsync(wantsMotion: true);

        await ticker.Toggle.ClickAsync();
        await Assertions.Expect(ticker.Toggle).ToHaveAccessibleNameAsync("Let the headlines move");
        await LeaveAsync(page);
        await page.Clock.RunForAsync(AWhile);
        Assert.Equal(0, await ticker.MovesAsync());

        await ticker.Toggle.ClickAsync();
        await Assertions.Expect(ticker.Toggle).ToHaveAccessibleNameAsync("Pause the headlines");
        await LeaveAsync(page);
        await page.Clock.RunForAsync(AWhile);
        Assert.Equal(3, await ticker.MovesAsync());
    }

    [Fact]
    public async Task They_wait_for_who_points_at_them()
    {
        var (page, ticker) = await WatchAsync(wantsMotion: true);

        await ticker.Toggle.HoverAsync();
        await page.Clock.RunForAsync(AWhile);

        Assert.Equal(0, await ticker.MovesAsync());
    }

    [Fact]
    public async Task They_are_stepped_by_hand()
    {
        var (_, ticker) = await WatchAsync(wantsMotion: false);

        await ticker.Next.ClickAsync();
        await ticker.WaitForPlaceAsync(isAtStart: false);
        await ticker.Previous.ClickAsync();
        await ticker.WaitForPlaceAsync(isAtStart: true);
    }

    [Fact]
    public async Task They_stand_still_for_readers_who_want_no_motion()
    {
        var (page, ticker) = await WatchAsync(wantsMotion: false);

        await page.Clock.RunForAsync(AWhile);

        Assert.Equal(0, await ticker.MovesAsync());
        await Assertions.Expect(ticker.Toggle).ToHaveAccessibleNameAsync("Let the headlines move");
    }

    private async Task<(IPage Page, Ticker Ticker)> WatchAsync(bool wantsMotion)
    {
        var page = await OpenAsync(Window.Desk with { WantsMotion = wantsMotion });
        await Ticker.WatchAsync(page);
        var ticker = (await FrontPage.OpenAsync(page)).Ticker;
        await Assertions.Expect(ticker.Next).ToBeVisibleAsync();
        return (page, ticker);
    }

    /// <summary>Pointer and focus go elsewhere.</summary>
    private static async Task LeaveAsync(IPage page)
    {
        await page.Mouse.MoveAsync(600, 700);
        await page.EvaluateAsync("document.activeElement.blur()");
    }
}
