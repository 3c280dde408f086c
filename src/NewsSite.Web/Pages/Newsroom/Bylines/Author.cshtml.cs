using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Edits;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Bylines;

/// <summary>One author: name, page address, role, biography and portrait; merging two entries of one person.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class AuthorModel(NewsSite.Newsroom.Bylines.Authors authors, AuthorDesk desk, PictureChoice pictures, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    public Author Author { get; private set; } = null!;

    public bool HasArticles { get; private set; }

    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public AuthorForm Form { get; set; } = new();

    /// <summary>Words of a picture.</summary>
    [BindProperty]
    public string? LookFor { get; set; }

    public PictureField Portrait { get; private set; } = null!;

    /// <summary>The page address of the author that this one is merged into.</summary>
    [BindProperty]
    public string? Into { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        Version = Author.Version;
        await ShowAsync(cancel);
        return Page();
    }

    /// <summary>Looks for portraits, where no script opens the library; saves nothing.</summary>
    public async Task<IActionResult> OnPostLookForAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        Portrait = await pictures.FillAsync(Portrait, Form.Portrait, Typed.Clean(LookFor, 200), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        var edit = Form.ToEdit();
        if (edit.Name.Length == 0)
            return Wrong("Form.Name", Texts["Give a name."]);
        if (Form.HasPortrait && (edit.PortraitId is not { } portrait || !await pictures.HasAsync(portrait, cancel)))
            return Wrong("Form.Portrait", Texts["The media library has no picture of this number."]);
        return Finish(await desk.SaveAsync(Id, Version, edit, cancel), $"/authors/{Id}", Texts["The author is saved."]);
    }

    public async Task<IActionResult> OnPostMergeAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        await ShowAsync(cancel);
        if (await authors.FindAsync(Platform.Html.Slug.From((Into ?? "").Trim().Split('/')[^1]), cancel) is not { } target || target.Id == Id)
            return Wrong("Into", Texts["There is no other author at this address."]);
        return Finish(await desk.MergeAsync(Id, Version, target.Id, cancel), $"/authors/{target.Id}", Texts["What {0} signed is {1}’s now; the old address leads here.", Author.Name, target.Name]);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        await ShowAsync(cancel);
        return Finish(await desk.DeleteAsync(Id, Version, cancel), "/authors", Texts["“{0}” is deleted.", Author.Name]);
    }

    private IActionResult Finish(EditOutcome outcome, string path, string said) => outcome switch
    {
        EditOutcome.Saved => Done(path, said),
        EditOutcome.AddressTaken => Wrong("Form.Slug", Texts["Another has this address."]),
        _ => Refuse(outcome, Author.Version),
    };

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await authors.WithPortraitAsync(Id, cancel) is not { } author)
            return false;
        (Author, HasArticles) = (author, await desk.HasArticlesAsync(Id, cancel));
        Portrait = await pictures.FillAsync(new PictureField("Form.Portrait", Texts["Portrait"]), Form.Portrait, null, cancel);
        return true;
    }

    /// <summary>The form as the author is stored.</summary>
    private async Task ShowAsync(CancellationToken cancel)
    {
        Form = AuthorForm.Of(Author);
        Portrait = await pictures.FillAsync(Portrait, Form.Portrait, null, cancel);
    }
}
