using Microsoft.Playwright;

namespace NewsSite.BrowserTests.PageObjects;

/// <summary>Where the chief editor arranges the front page of an edition.</summary>
public sealed class FrontBoardPage : DeskPage
{
    private FrontBoardPage(IPage page)
        : base(page)
    {
    }

    public ILocator Status => Page.Locator("[data-board] .head [role=status]");

    public static async Task<FrontBoardPage> OpenAsync(IPage page, string edition)
    {
        await page.GotoAsync("/newsroom/front?edition=" + edition);
        return new FrontBoardPage(page);
    }

    public ILocator Card(string number) => Page.Locator($"[data-card='{number}']");

    /// <summary>The numbers of the articles in a place, from the top.</summary>
    public async Task<IReadOnlyList<string>> NumbersAsync(string place) =>
        await Page.Locator($"[data-slot={place}] > [data-card]").EvaluateAllAsync<string[]>("cards => cards.map(card => card.dataset.card)");

    public async Task<string> NumberAsync(string place, int index) => (await NumbersAsync(place))[index];
}
