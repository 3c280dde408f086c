using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Menus;
using NewsSite.Newsroom.Profile;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Languages;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages;

/// <summary>A line of a menu as readers see it.</summary>
/// <param name="Current">The section, or "jobs", for which the line is the current one; empty: never.</param>
public sealed record MenuLine(string Text, string Address, string Current = "");

/// <summary>A column of the footer.</summary>
public sealed record MenuColumn(string Id, string Heading, IReadOnlyList<MenuLine> Lines);

/// <summary>The menus of one language.</summary>
/// <param name="LeavesSectionsOut">The header names the first sections only; all stand in the footer.</param>
public sealed record Navigation(IReadOnlyList<MenuLine> Header, bool LeavesSectionsOut, IReadOnlyList<MenuColumn> Footer)
{
    public static readonly Navigation Empty = new([], false, []);
}

/// <summary>What the paper shows of itself around its pages: menus as the chief editor chose them, or as they make themselves; its name and contacts.</summary>
public sealed class PaperFace(SectionMenu sections, PublishedPages pages, MenuDesk menus, ProfileDesk profiles, GenerationMemory memory, IStringLocalizer<Interface> texts)
{
    /// <summary>How many sections the header names by itself.</summary>
    public const int MenuLength = 10;

    private const int FooterPages = 12;

    public ValueTask<PaperProfile> ProfileAsync() => profiles.ShownAsync();

    public ValueTask<Navigation> NavigationAsync(Language language) => memory.GetAsync("navigation " + language.Code, async () =>
    {
        var chosen = (await menus.ChosenAsync()).Where(menu => menu.Language == language.Code).ToDictionary(menu => menu.Place, menu => menu.Items);
        var ownHeader = chosen.GetValueOrDefault(MenuPlace.Header);
        return new Navigation(
            await LinesAsync(ownHeader ?? await DefaultAsync(language, MenuPlace.Header), language, MenuPlace.Header),
            ownHeader is null && (await sections.TopAsync(language)).Count > MenuLength,
            await ColumnsAsync(chosen.GetValueOrDefault(MenuPlace.Footer) ?? await DefaultAsync(language, MenuPlace.Footer), language));
    });

    /// <summary>The menu as it makes itself.</summary>
    public async Task<IReadOnlyList<MenuItem>> DefaultAsync(Language language, MenuPlace place)
    {
        var (sectionsHeading, jobsHeading, paperHeading) = In(language, () => (texts["Sections"].Value, texts["Jobs"].Value, texts["The paper"].Value));
        var filled = (await sections.TopAsync(language)).Select(section => new MenuItem(MenuItemKind.Section, section.Id)).ToList();
        if (place == MenuPlace.Header)
            return [.. filled.Take(MenuLength), new MenuItem(MenuItemKind.Jobs)];
        var items = new List<MenuItem>();
        if (filled.Count > 0)
            items.AddRange([new MenuItem(MenuItemKind.Heading, Text: sectionsHeading), .. filled, new MenuItem(MenuItemKind.Latest)]);
        items.AddRange([new MenuItem(MenuItemKind.Heading, Text: jobsHeading), new MenuItem(MenuItemKind.Jobs), new MenuItem(MenuItemKind.PostJob)]);
        var links = await pages.LinksAsync(language);
        if (links.Count > 0)
            items.AddRange([new MenuItem(MenuItemKind.Heading, Text: paperHeading), .. links.Take(FooterPages).Select(link => new MenuItem(MenuItemKind.StaticPage, link.Id))]);
        return items;
    }

    /// <summary>How a line is shown; null where what it leads to is not there, or not in this language.</summary>
    public async Task<MenuLine?> LineAsync(MenuItem item, Language language, MenuPlace place) => item.Kind switch
    {
        MenuItemKind.Section => (await sections.TreeAsync()).All.FirstOrDefault(section => section.Id == item.Id) is { } section
            ? new MenuLine(section.Name.In(language), Addresses.Section(language, section), section.Slug) : null,
        MenuItemKind.StaticPage => (await pages.LinksAsync(language)).FirstOrDefault(link => link.Id == item.Id) is { } link
            ? new MenuLine(link.Title, Addresses.StaticPage(language, link.Slug)) : null,
        MenuItemKind.Latest => new MenuLine(In(language, () => texts["Latest"].Value), Addresses.Latest(language)),
        MenuItemKind.Jobs => new MenuLine(In(language, () => place == MenuPlace.Header ? texts["Jobs"].Value : texts["All jobs"].Value), Addresses.Jobs(language), "jobs"),
        MenuItemKind.PostJob => new MenuLine(In(language, () => texts["Post a job"].Value), Addresses.PostJob(language)),
        MenuItemKind.Search => new MenuLine(In(language, () => texts["Search"].Value), Addresses.Search(language)),
        MenuItemKind.Link => new MenuLine(item.Text, item.Address),
        _ => null,
    };

    /// <summary>Words in the menu's language: in the newsroom the page around it may be in another.</summary>
    private static T In<T>(Language language, Func<T> words)
    {
        var page = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language.Culture;
            return words();
        }
        finally
        {
            CultureInfo.CurrentUICulture = page;
        }
    }

    private async Task<IReadOnlyList<MenuLine>> LinesAsync(IEnumerable<MenuItem> items, Language language, MenuPlace place)
    {
        var lines = new List<MenuLine>();
        foreach (var item in items)
        {
            if (await LineAsync(item, language, place) is { } line)
                lines.Add(line);
        }
        return lines;
    }

    /// <summary>A heading begins a column. One that holds the sections has the name to which the header leads.</summary>
    private async Task<IReadOnlyList<MenuColumn>> ColumnsAsync(IReadOnlyList<MenuItem> items, Language language)
    {
        var columns = new List<MenuColumn>();
        for (var at = 0; at < items.Count;)
        {
            var heading = items[at].Kind == MenuItemKind.Heading ? items[at++].Text : "";
            var own = items.Skip(at).TakeWhile(item => item.Kind != MenuItemKind.Heading).ToList();
            at += own.Count;
            var lines = await LinesAsync(own, language, MenuPlace.Footer);
            var id = columns.TrueForAll(column => column.Id != "footer-sections") && own.Exists(item => item.Kind == MenuItemKind.Section) ? "footer-sections" : $"footer-column-{columns.Count + 1}";
            if (lines.Count > 0)
                columns.Add(new MenuColumn(id, heading, lines));
        }
        return columns;
    }
}
