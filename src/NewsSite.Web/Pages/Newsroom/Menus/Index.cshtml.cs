using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Menus;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Menus;

/// <summary>A line of a menu as it is edited.</summary>
/// <param name="Shown">As readers see it; null: not, because what it leads to is not there.</param>
public sealed record EditedLine(MenuItem Item, MenuLine? Shown);

/// <summary>What stands in the header's menu and in the footer, for each language. Every step is saved at once.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class IndexModel(MenuDesk desk, PaperFace face, SectionMenu sections, PublishedPages pages, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    private const int MostLines = 60;
    private const int LongestText = 60;
    private const int LongestAddress = 500;

    [BindProperty(SupportsGet = true, Name = "edition")]
    public string? EditionCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "place")]
    public MenuPlace Place { get; set; }

    /// <summary>What to add: a kind, with the number of the section or page behind a colon.</summary>
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    public Language Edition => Language.Find(EditionCode) ?? Language;

    public IReadOnlyList<EditedLine> Lines { get; private set; } = [];

    /// <summary>Nobody has chosen it: it makes itself.</summary>
    public bool MakesItself { get; private set; }

    public SectionTree Sections { get; private set; } = SectionTree.Empty;
    public IReadOnlyList<StaticPageLink> Pages { get; private set; } = [];

    public string Here(Language edition, MenuPlace place) => "/menus" + QueryString.Create("edition", edition.Code).Add("place", place.ToString());

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
    }

    public Task<IActionResult> OnPostStepAsync(int line, int step, CancellationToken cancel) => ChangeAsync(items =>
    {
        var to = line + Math.Sign(step);
        if (line < 0 || line >= items.Count || to < 0 || to >= items.Count)
            return;
        (items[line], items[to]) = (items[to], items[line]);
    }, Texts["The order is saved."], cancel);

    public Task<IActionResult> OnPostRemoveAsync(int line, CancellationToken cancel) => ChangeAsync(items =>
    {
        if (line >= 0 && line < items.Count)
            items.RemoveAt(line);
    }, Texts["The line is taken out."], cancel);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        var item = Item();
        if (item is null)
        {
            await LoadAsync(cancel, keepsVersion: true);
            return Wrong();
        }
        return await ChangeAsync(items =>
        {
            if (items.Count < MostLines)
                items.Add(item);
        }, Texts["The line is added at the end."], cancel);
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancel)
    {
        var outcome = await desk.ResetAsync(Edition, Place, Version, cancel);
        if (outcome == EditOutcome.Saved)
            return Done(Here(Edition, Place), Texts["The menu makes itself again."]);
        await LoadAsync(cancel);
        return Refuse(outcome, Version);
    }

    private async Task<IActionResult> ChangeAsync(Action<List<MenuItem>> change, string said, CancellationToken cancel)
    {
        var version = Version;
        await LoadAsync(cancel, keepsVersion: true);
        var items = Lines.Select(line => line.Item).ToList();
        change(items);
        var outcome = await desk.SaveAsync(Edition, Place, version, items, cancel);
        if (outcome == EditOutcome.Saved)
            return Done(Here(Edition, Place), said);
        await LoadAsync(cancel);
        return Refuse(outcome, Version);
    }

    /// <summary>What was asked to be added; null, with the reason beside the field, where it is nothing.</summary>
    private MenuItem? Item()
    {
        var (name, number) = (What ?? "").Split(':') is [var kindName, var id] ? (kindName, id) : (What ?? "", "0");
        if (!Enum.TryParse<MenuItemKind>(name, out var kind) || !Enum.IsDefined(kind) || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var thing))
        {
            ModelState.AddModelError("What", Texts["Choose what the line leads to."]);
            return null;
        }
        var (text, address) = (Typed.Clean(Text, LongestText), (Address ?? "").Trim());
        if (kind is MenuItemKind.Link or MenuItemKind.Heading && text.Length == 0)
            ModelState.AddModelError("Text", Texts["Give the words to show."]);
        if (kind == MenuItemKind.Link && (address.Length is 0 or > LongestAddress || !(Link.IsWeb(address) || (address[0] == '/' && Link.IsAllowed(address, [])))))
            ModelState.AddModelError("Address", Texts["RedirectProblem." + NewsSite.Newsroom.Redirects.RedirectProblem.NoTarget]);
        if (!ModelState.IsValid)
            return null;
        return kind is MenuItemKind.Link or MenuItemKind.Heading ? new MenuItem(kind, Text: text, Address: kind == MenuItemKind.Link ? address : "") : new MenuItem(kind, thing);
    }

    private async Task LoadAsync(CancellationToken cancel, bool keepsVersion = false)
    {
        var menu = await desk.FindAsync(Edition, Place, cancel);
        MakesItself = menu is null;
        if (!keepsVersion)
            Version = menu?.Version ?? 0;
        var lines = new List<EditedLine>();
        foreach (var item in menu?.Items ?? await face.DefaultAsync(Edition, Place))
            lines.Add(new EditedLine(item, await face.LineAsync(item, Edition, Place)));
        Lines = lines;
        Sections = await sections.TreeAsync();
        Pages = await pages.LinksAsync(Edition);
    }
}
