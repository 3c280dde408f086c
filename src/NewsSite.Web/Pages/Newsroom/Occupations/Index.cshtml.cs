using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Occupations;
using NewsSite.Platform.Paging;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Occupations;

/// <summary>All occupations that searches know, found by any of their names, and new ones.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class IndexModel(OccupationSearch search, OccupationDesk desk, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    /// <summary>Names of an occupation in a language that a line shows.</summary>
    public const int Shown = 4;

    private const int PageSize = 50;
    private const int LongestWords = 120;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Find { get; set; }

    /// <summary>Where the page before ended: an id and a label.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    [BindProperty]
    public WordsInput Names { get; set; } = new();

    public ListPage<Occupation> List { get; private set; } = new([], false);

    public string Next => string.Create(CultureInfo.InvariantCulture, $"{List.Items[^1].Id} {List.Items[^1].Label}");

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var (outcome, id) = await desk.AddAsync(OccupationForm.Names(Names), cancel);
        return outcome == OccupationOutcome.Saved
            ? Done(string.Create(CultureInfo.InvariantCulture, $"/occupations/{id}"), Texts["The occupation is added."])
            : Wrong("Names.En", Texts["Give at least two names."]);
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        List = await search.PageAsync(Typed.Clean(Find, LongestWords), PageSize, Key(After), cancel);

    private static OccupationKey? Key(string? after) =>
        after?.Split(' ', 2) is [var id, var label] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? new OccupationKey(label, last) : null;
}
