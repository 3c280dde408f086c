using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Platform.Files;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;
using NewsSite.Search.Figures;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Searches;

/// <summary>What readers searched, what found nothing and what they opened: counts, and nobody's identity.</summary>
[Authorize(Policies.SeeSearches)]
public sealed class IndexModel(SearchFigures figures, ChosenThings things, PaperClock clock, IStringLocalizer<Interface> texts) : NewsroomPage
{
    private const int PageSize = 50;

    public static readonly IReadOnlyList<int> Spans = [7, 30, SearchFigures.DaysKept];

    [BindProperty(SupportsGet = true, Name = "days")]
    public string? DaysTyped { get; set; }

    [BindProperty(SupportsGet = true, Name = "in")]
    public string? InTyped { get; set; }

    /// <summary>"empty" or "opened"; else the most searched.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    /// <summary>What became of these words alone.</summary>
    [BindProperty(SupportsGet = true, Name = "words")]
    public string? WordsTyped { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public int Days => int.TryParse(DaysTyped, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && Spans.Contains(days) ? days : Spans[1];
    public SearchedIn? AskedIn => Enum.TryParse<SearchedIn>(InTyped, ignoreCase: true, out var askedIn) && Enum.IsDefined(askedIn) ? askedIn : null;
    public SearchTab Tab => Enum.TryParse<SearchTab>(Show, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : SearchTab.Searched;

    public ListPage<WordsFigure> List { get; private set; } = new([], false);
    public IReadOnlyList<ChosenThing> Opened { get; private set; } = [];
    public BarChart Chart { get; private set; } = null!;

    /// <summary>The words that the page is about; null: it is about all.</summary>
    public WordsFigure? Only { get; private set; }

    public int Asked => Chart.Sum(0);
    public int Empty => Chart.Sum(1);
    public int Chosen => Chart.Sum(2);

    private FigurePeriod Period => new(clock.Today.AddDays(1 - Days), clock.Today, AskedIn);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(WordsTyped))
            return await OneAsync(AskedWords.Of(WordsTyped), cancel);
        Chart = Drawn(await figures.DaysAsync(Period, cancel: cancel));
        if (Tab == SearchTab.Opened)
            Opened = await things.NamedAsync(await figures.ThingsAsync(Period, PageSize, cancel: cancel), Language, cancel);
        else
            List = await figures.WordsAsync(Period, Tab == SearchTab.Empty, PageSize, Key(After), cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"searches-{Machine(Period.From)}-{Machine(Period.To)}.csv\"";
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync(CsvLine.Mark);
        await writer.WriteAsync(CsvLine.Of("day", "week from", "in", "words", "searched", "found nothing", "opened"));
        await foreach (var line in figures.LinesAsync(Period, cancel))
            await writer.WriteAsync(CsvLine.Of(Machine(line.Day), Machine(BarChart.MondayOf(line.Day)), line.AskedIn.ToString().ToLowerInvariant(), line.Words, Number(line.Asked), Number(line.Empty), Number(line.Chosen)));
        return new EmptyResult();
    }

    /// <summary>This page with other choices.</summary>
    public string Address(int? days = null, string? askedIn = null, SearchTab? tab = null, string? words = null, string? after = null, bool asFile = false) =>
        At("/searches") + QueryString.Create(new Dictionary<string, string?>
        {
            ["days"] = (days ?? Days).ToString(CultureInfo.InvariantCulture),
            ["in"] = (askedIn ?? AskedIn?.ToString())?.ToLowerInvariant(),
            ["show"] = (tab ?? Tab) == SearchTab.Searched ? null : (tab ?? Tab).ToString().ToLowerInvariant(),
            ["words"] = words,
            ["after"] = after,
            ["handler"] = asFile ? "Csv" : null,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>Where the list goes on.</summary>
    public string KeyOf(WordsFigure last) => Number(Tab == SearchTab.Empty ? last.Empty : last.Asked) + "." + last.Words;

    private async Task<IActionResult> OneAsync(string words, CancellationToken cancel)
    {
        Only = await figures.OfAsync(Period, words, cancel);
        if (Only is null)
            return NotFound();
        Chart = Drawn(await figures.DaysAsync(Period, words, cancel));
        Opened = await things.NamedAsync(await figures.ThingsAsync(Period, PageSize, words, cancel), Language, cancel);
        return Page();
    }

    private BarChart Drawn(IReadOnlyList<DayFigure> days) => BarChart.Of(
        [new BarSeries(texts["Searched"], "asked"), new BarSeries(texts["Found nothing"], "empty"), new BarSeries(texts["Opened"], null)],
        [.. days.Select(day => (day.Day, (int[])[day.Asked, day.Empty, day.Chosen]))]);

    private static FigureKey? Key(string? text)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0 && int.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? new FigureKey(count, AskedWords.Of(text![(dot + 1)..])) : null;
    }

    private static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

public enum SearchTab
{
    Searched,

    /// <summary>Found nothing.</summary>
    Empty,

    /// <summary>What readers opened.</summary>
    Opened,
}
