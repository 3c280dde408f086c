using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.StaticPages;

/// <summary>One page outside the news, or a new one: its text in the block editor, its address, whether readers see it, what it said before.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class PageModel(StaticPageDesk desk, EditorLists lists, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    public const int LongestTitle = 200;
    private const int LongestBody = 1024 * 1024;

    /// <summary>Null: a new one.</summary>
    public StaticPage? Shown { get; private set; }

    public IReadOnlyList<StaticPageVersion> Versions { get; private set; } = [];

    public EditorList Lists { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "edition")]
    public string? EditionCode { get; set; }

    /// <summary>Shows the text of an earlier version, to be saved or not.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Earlier { get; set; }

    /// <summary>The title as the form has it; "Title" alone would be the page's.</summary>
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    /// <summary>The text as JSON of blocks.</summary>
    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public bool IsPublished { get; set; }

    public Language Edition => Shown is { } page ? Language.OrDefault(page.Language) : Language.Find(EditionCode) ?? Language;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (Shown is { } page)
        {
            (Name, Slug, Body, IsPublished, Version) = (page.Title, page.Slug, page.Body.ToJson(), page.IsPublished, page.Version);
            if (Versions.FirstOrDefault(version => version.Number == Earlier) is { } earlier)
                (Name, Body) = (earlier.Title, earlier.Body.ToJson());
        }
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        var title = Typed.Clean(Name, LongestTitle);
        if (title.Length == 0)
            ModelState.AddModelError("Name", Texts["Give a title."]);
        if (Read() is not { } body || !ModelState.IsValid)
            return await ShowAsync(cancel, StatusCodes.Status422UnprocessableEntity);
        var edit = new StaticPageEdit { Language = Edition, Title = title, Slug = Typed.Slug(Slug, title), Body = body, IsPublished = IsPublished };
        var (outcome, id) = Shown is null ? await desk.AddAsync(edit, Editor, cancel) : (await desk.SaveAsync(Shown.Id, Version, edit, Editor, cancel), Shown.Id);
        if (outcome == EditOutcome.Saved)
            return Done($"/pages/{id}", IsPublished ? Texts["The page is saved; readers see it."] : Texts["The page is saved as a draft."]);
        var refused = Refuse(outcome, Shown?.Version ?? 0);
        Lists = await lists.OfAsync(body, Edition, Language, cancel);
        return refused;
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Shown is null)
            return NotFound();
        (Name, Slug, Body, IsPublished) = (Shown.Title, Shown.Slug, Shown.Body.ToJson(), Shown.IsPublished);
        var outcome = await desk.DeleteAsync(Shown.Id, Version, cancel);
        if (outcome == EditOutcome.Saved)
            return Done("/pages" + QueryString.Create("edition", Edition.Code), Texts["“{0}” is deleted.", Shown.Title]);
        var refused = Refuse(outcome, Shown.Version);
        Lists = await lists.OfAsync(Shown.Body, Edition, Language, cancel);
        return refused;
    }

    /// <summary>The text as it was sent; null, with the reason, where it is none that the paper keeps.</summary>
    private BlockDocument? Read()
    {
        try
        {
            if (Body is { Length: > LongestBody })
                ModelState.AddModelError("Body", Texts["The text is too long."]);
            else
                return string.IsNullOrWhiteSpace(Body) ? BlockDocument.Empty : BlockDocument.Parse(Body);
        }
        catch (BlockDocumentException wrong)
        {
            ModelState.AddModelError("Body", wrong.Message);
            Body = null;
        }
        return null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel, int status = StatusCodes.Status200OK)
    {
        Body ??= BlockDocument.Empty.ToJson();
        Lists = await lists.OfAsync(Body.Length > LongestBody ? BlockDocument.Empty : BlockDocument.Parse(Body), Edition, Language, cancel);
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (Id is not { } id)
            return true;
        Shown = await desk.FindAsync(id, cancel);
        Versions = Shown is null ? [] : await desk.VersionsAsync(id, cancel);
        return Shown is not null;
    }
}
