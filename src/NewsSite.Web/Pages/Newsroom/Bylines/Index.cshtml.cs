using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Edits;
using NewsSite.Platform.Paging;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Bylines;

/// <summary>Everybody whose name stands above articles, found by name, and new ones.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class IndexModel(AuthorSearch search, AuthorDesk desk, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    public ListPage<AuthorLine> List { get; private set; } = new([], false);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var name = Typed.Clean(Name, AuthorForm.LongestName);
        if (name.Length == 0)
            return Wrong("Name", Texts["Give a name."]);
        var (outcome, id) = await desk.AddAsync(new AuthorEdit { Name = name, Slug = Typed.Slug(Slug, name) }, cancel);
        return outcome == EditOutcome.Saved ? Done($"/authors/{id}", Texts["The author is added."]) : Refuse(outcome, 0);
    }

    private async Task LoadAsync(CancellationToken cancel) => List = await search.PageAsync(Typed.Clean(Find, AuthorForm.LongestName), PageSize, After, cancel);
}
