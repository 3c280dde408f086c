using System.Globalization;
using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

/// <summary>What becomes of an article once it is written, on both databases.</summary>
public sealed class PublishingTests(Site site) : NewsroomTest(site)
{
    /// <summary>A plan is carried out within five seconds, and the page is seen a moment later: the machine may be busy with other tests.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_planned_for_the_next_minute_appears_by_itself_while_another_article_lives_its_life(Database database)
    {
        var paper = await DeskAsync(database);
        var an = await HireAsync(paper, "editor", "An");
        var reader = await OpenAsync(Window.Phone, paper.Address);
        await reader.GotoAsync("/latest");
        var planned = Fresh("Herons by the clock");
        var minute = await (await PublishPage.OpenAsync(an.Page, await WriteAsync(an, planned))).PlanForTheNextMinuteAsync();
        var appears = Answers.SeesAsync(reader, "/latest", planned);

        await LiveAsync(paper, an);

        Assert.InRange(await appears, minute, minute + Late);
        await reader.ReloadAsync();
        await reader.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = planned }).First.ClickAsync();
        await Assertions.Expect((await ArticlePage.ShownAsync(reader)).Title).ToHaveTextAsync(planned);
    }

    /// <summary>Planned, published, corrected, updated, rolled back, taken from readers, restored and published again.</summary>
    private async Task LiveAsync(PaperProcess paper, Colleague an)
    {
        var headline = Fresh("Herons in the books");
        var article = await WriteAsync(an, headline);
        var publish = await PublishPage.OpenAsync(an.Page, article);
        await StandsInTheCalendarAsync(publish, headline);

        publish = await PublishPage.OpenAsync(an.Page, article);
        await publish.DropThePlanAsync();
        await publish.PublishNowAsync();
        var address = await publish.AddressAsync();
        var reader = await OpenAsync(Window.Phone, paper.Address);
        await reader.GotoAsync("/latest");
        await Answers.SeesAsync(reader, address, "Seven herons live on the weir.");

        await publish.CorrectAsync("An earlier text spoke of eight herons.");
        await Answers.SeesAsync(reader, address, "An earlier text spoke of eight herons.");
        await reader.GotoAsync(address);
        var correction = reader.GetByRole(AriaRole.Region, new() { Name = "Correction" });
        await Assertions.Expect(correction).ToContainTextAsync("An earlier text spoke of eight herons.");
        Assert.True(await correction.Locator("time").EvaluateAsync<bool>("time => Math.abs(Date.now() - Date.parse(time.dateTime)) < 600000 && time.textContent.trim() !== ''"));

        var editor = await EditorPage.OpenAsync(an.Page, article);
        await editor.TypeAsync(" Two more have come.");
        await editor.SaveAsync();
        publish = await PublishPage.OpenAsync(an.Page, article);
        await publish.PublishAsUpdateAsync();
        await Answers.SeesAsync(reader, address, "Two more have come.");
        var times = await TimesAsync(reader, address);

        await RollBackAsync(an.Page, article);
        await Answers.SeesAsync(reader, address, "Two more have come.");
        publish = await PublishPage.OpenAsync(an.Page, article);
        await publish.PublishAsMinorEditAsync();
        await Answers.SeesAsync(reader, address, "Two more have come.", isThere: false);
        Assert.Equal(times, await TimesAsync(reader, address));

        ExpectsErrors = true; // A page that is gone is an answer with 410, which the console names.
        await publish.UnpublishAsync();
        await Answers.AreAsync(reader, address, 410);
        var bin = await publish.PutInTheBinAsync();
        await Answers.AreAsync(reader, address, 410);
        await Assertions.Expect(bin.Row(headline)).ToContainTextAsync("was published");
        await bin.RestoreAsync(headline);
        await Answers.AreAsync(reader, address, 410);

        publish = await PublishPage.OpenAsync(an.Page, article);
        await publish.PublishNowAsync();
        await Answers.SeesAsync(reader, address, "Seven herons live on the weir.");
    }

    /// <returns>The path of its page in the newsroom.</returns>
    private static async Task<string> WriteAsync(Colleague colleague, string headline)
    {
        var editor = await (await ArticleListPage.OpenAsync(colleague.Page)).StartAsync(headline);
        await editor.TypeAsync("Seven herons live on the weir.");
        await editor.SaveAsync();
        return new Uri(colleague.Page.Url).AbsolutePath;
    }

    private static async Task StandsInTheCalendarAsync(PublishPage publish, string headline)
    {
        var day = DateOnly.ParseExact(await publish.Page.EvaluateAsync<string>("new Date(Date.now() + 2 * 86400000).toISOString().slice(0, 10)"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await publish.PlanAsync(day, "18:00");

        await publish.Page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/newsroom/calendar?month={day:yyyy-MM}"));
        var cell = publish.Page.GetByRole(AriaRole.Cell).Filter(new() { Has = publish.Page.Locator(string.Create(CultureInfo.InvariantCulture, $"time.month-day[datetime='{day:yyyy-MM-dd}']")) });
        await cell.GetByRole(AriaRole.Link, new() { Name = headline }).ClickAsync();
        await Assertions.Expect(publish.Title).ToContainTextAsync(headline);
        await Assertions.Expect(publish.Page.GetByText("It will be published on").First).ToBeVisibleAsync();
    }

    /// <summary>To what was published first, after it was seen what came in since.</summary>
    private static async Task RollBackAsync(IPage page, string article)
    {
        var versions = await VersionsPage.OpenAsync(page, article);
        await versions.CompareAsync(1, await versions.NewestAsync());
        await Assertions.Expect(versions.Added).ToContainTextAsync("Two more have come.");
        var editor = await versions.RollBackAsync(1);
        await Assertions.Expect(editor.Text).ToContainTextAsync("Seven herons live on the weir.");
        await Assertions.Expect(editor.Text).Not.ToContainTextAsync("Two more have come.");
    }

    /// <summary>When it was published and last changed, as readers are told.</summary>
    private static async Task<IReadOnlyList<string>> TimesAsync(IPage reader, string address)
    {
        await reader.GotoAsync(address);
        return await reader.Locator(".story-times time").EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)");
    }
}
