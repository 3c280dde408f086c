using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsroom.Menus;
using NewsSite.Platform.Languages;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Menus;

/// <summary>The lines of a menu as cards that are dragged into their order.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class OrderModel(MenuDesk desk, PaperFace face) : NewsroomPage
{
    [BindProperty(SupportsGet = true, Name = "edition")]
    public string? EditionCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "place")]
    public MenuPlace Place { get; set; }

    public Language Edition => Language.Find(EditionCode) ?? Language;

    /// <summary>That of the menu; 0 where it makes itself.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<(long Key, MenuItem Item, MenuLine? Shown)> Lines { get; private set; } = [];

    public string Back => "/menus" + QueryString.Create("edition", Edition.Code).Add("place", Place.ToString());

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var menu = await desk.FindAsync(Edition, Place, cancel);
        Revision = menu?.Version ?? 0;
        var lines = new List<(long Key, MenuItem Item, MenuLine? Shown)>();
        foreach (var (key, item) in MenuKeys.Of(menu?.Items ?? await face.DefaultAsync(Edition, Place)))
            lines.Add((key, item, await face.LineAsync(item, Edition, Place)));
        Lines = lines;
    }
}
