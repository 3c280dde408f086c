using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.FrontPage;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.FrontPages;

/// <summary>The front page is arranged here. Scripts move the cards; without them, and for whoever cannot drag, a form does.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class IndexModel(FrontBoardMaker boards, ArrangementDesk desk, FrontPageDesk front, PaperClock clock, Words words, IStringLocalizer<Interface> texts) : NewsroomPage
{
    private const int MaxWords = 200;

    public FrontBoard Board { get; private set; } = null!;

    /// <summary>The language whose front page it is.</summary>
    [BindProperty(SupportsGet = true, Name = "edition")]
    public string? EditionCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public TimeOnly? Time { get; set; }

    public Language Edition => Language.Find(EditionCode) ?? Language;

    /// <summary>This page, for one language.</summary>
    public string Here(Language edition) => "/front" + QueryString.Create("edition", edition.Code);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostShowAsync(CancellationToken cancel) =>
        await EndAsync(await desk.ShowAsync(Edition, Revision, null, Editor, cancel), texts["Readers see this front page from now on."], cancel);

    public async Task<IActionResult> OnPostScheduleAsync(CancellationToken cancel)
    {
        if (await MomentAsync(cancel) is not { } at)
            return Wrong();
        return await EndAsync(await desk.ShowAsync(Edition, Revision, at, Editor, cancel), texts["Readers see this front page from {0} on.", words.DayAndTime(at)], cancel);
    }

    public async Task<IActionResult> OnPostCancelAsync(long id, CancellationToken cancel) =>
        await desk.CancelAsync(Edition, id, cancel) ? Done(Here(Edition), texts["The planned front page is taken back."]) : NotFound();

    public async Task<IActionResult> OnPostAgainAsync(long id, CancellationToken cancel) =>
        await desk.ShowAgainAsync(Edition, id, Editor, cancel) ? Done(Here(Edition), texts["Readers see the earlier front page again."]) : NotFound();

    public async Task<IActionResult> OnPostTakeUpAsync(long id, CancellationToken cancel) => await desk.FindAsync(Edition, id, cancel) is { } earlier
        ? await EndAsync(await desk.TakeUpAsync(Edition, Revision, earlier.Places, Editor, cancel), texts["The earlier front page is on the board."], cancel)
        : NotFound();

    /// <summary>Begins with the page as it fills by itself.</summary>
    public async Task<IActionResult> OnPostFillAsync(CancellationToken cancel)
    {
        var shown = await front.ComposeAsync(Edition, cancel);
        var places = new Dictionary<string, IReadOnlyList<long>>
        {
            [FrontPlaces.Lead] = shown.Lead is { } lead ? [lead.Id] : [],
            [FrontPlaces.Top] = [.. shown.Top.Select(card => card.Id)],
        };
        foreach (var block in FrontBlock.Of(shown.Sections))
            places.Add(FrontPlaces.OfSection(block.Block.Section.Id), [.. block.Block.Articles.Take(block.Size).Select(card => card.Id)]);
        return await EndAsync(await desk.ArrangeAsync(Edition, Revision, places, Editor, cancel), texts["What readers see now is on the board."], cancel);
    }

    /// <summary>Moves one card without dragging.</summary>
    /// <param name="article">Which card.</param>
    /// <param name="place">Where to; anything that is no place: off the page.</param>
    /// <param name="number">From 1.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<IActionResult> OnPostPlaceAsync(long article, string? place, int number, CancellationToken cancel)
    {
        var draft = await desk.OpenAsync(Edition, cancel);
        var places = draft.Places.Names.ToDictionary(name => name, name => draft.Places[name].Select(placed => placed.Article).Where(placed => placed != article).ToList());
        if (place is not null && FrontPlaces.Size(place) > 0)
        {
            var target = places.TryGetValue(place, out var there) ? there : places[place] = [];
            target.Insert(Math.Clamp(number - 1, 0, target.Count), article);
        }
        var moved = await desk.ArrangeAsync(Edition, Revision, places.ToDictionary(one => one.Key, one => (IReadOnlyList<long>)one.Value), Editor, cancel);
        return await EndAsync(moved, texts["The board is saved."], cancel);
    }

    /// <summary>Gives a card's pin an end; without a day, none.</summary>
    public async Task<IActionResult> OnPostPinAsync(long article, CancellationToken cancel)
    {
        DateTimeOffset? until = null;
        if (Day is not null || Time is not null)
        {
            until = await MomentAsync(cancel);
            if (until is null)
                return Wrong();
        }
        var said = until is { } end ? texts["The article leaves its place on {0}.", words.DayAndTime(end)] : texts["The article keeps its place."];
        return await EndAsync(await desk.PinAsync(Edition, Revision, new PlacedArticle(article, until), Editor, cancel), said, cancel);
    }

    private async Task<IActionResult> EndAsync(ArrangedDraft arranged, string said, CancellationToken cancel)
    {
        if (!arranged.IsConflict)
            return Done(Here(Edition), said);
        await LoadAsync(cancel);
        return Wrong("", texts["{0} has arranged this front page meanwhile. Below is how it stands now; nothing of yours was saved.", arranged.Draft.SavedByName], StatusCodes.Status409Conflict);
    }

    /// <summary>The day and time that were typed, by the paper's clock; null, with the reason beside the fields, where they are no moment to come.</summary>
    private async Task<DateTimeOffset?> MomentAsync(CancellationToken cancel)
    {
        var moment = Day is { } day ? clock.InstantOf(day, Time ?? TimeOnly.MinValue) : null;
        if (moment > clock.Now)
            return moment;
        ModelState.AddModelError("", Day is null ? texts["Give a day and a time."] : moment is null ? texts["Clocks are changed then: this time does not exist."] : texts["This moment is over. Give one that is to come."]);
        await LoadAsync(cancel);
        return null;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var asked = Find?.Trim() ?? "";
        Board = await boards.MakeAsync(Edition, asked.Length > MaxWords ? asked[..MaxWords] : asked, cancel);
    }
}
