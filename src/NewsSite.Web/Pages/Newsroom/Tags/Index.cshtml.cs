using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Paging;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Tags;

/// <summary>All tags, found by name, and new ones.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class IndexModel(TagSearch search, TagDesk desk, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    [BindProperty]
    public WordsInput Name { get; set; } = new();

    [BindProperty]
    public string? Slug { get; set; }

    public ListPage<TagLine> List { get; private set; } = new([], false);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var name = Name.ToText(TagDesk.LongestName);
        await LoadAsync(cancel);
        if (name.In(Language).Length == 0)
            return Wrong("Name.En", Texts["Give a name in one language at least."]);
        var (outcome, id) = await desk.CreateAsync(Typed.Slug(Slug, name.In(Language)), name, cancel);
        return outcome == EditOutcome.Saved ? Done($"/tags/{id}", Texts["The tag is made."]) : Refuse(outcome, 0);
    }

    private async Task LoadAsync(CancellationToken cancel) => List = await search.PageAsync(Typed.Clean(Find, TagDesk.LongestName), PageSize, After, cancel);
}
