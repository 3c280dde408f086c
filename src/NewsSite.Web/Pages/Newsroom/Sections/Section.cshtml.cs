using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Categories;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Sections;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Sections;

/// <summary>One section, or a new one: names, address, place, colour, jobs; and what becomes of its articles when it goes.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class SectionModel(SectionMenu menu, SectionDesk desk, CategoryList categories, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    public SectionTree Tree { get; private set; } = SectionTree.Empty;
    public IReadOnlyDictionary<string, Category> Categories { get; private set; } = new Dictionary<string, Category>();

    /// <summary>Null: a new one.</summary>
    public Section? Section { get; private set; }

    public bool HasContent { get; private set; }

    [BindProperty(SupportsGet = true, Name = "id")]
    public long? Id { get; set; }

    [BindProperty]
    public SectionForm Form { get; set; } = new();

    /// <summary>Where the articles go when the section is deleted.</summary>
    [BindProperty]
    public long? Heir { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (Section is not null)
            (Form, Version) = (SectionForm.Of(Section), Section.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (Edit() is not { } edit)
            return Wrong();
        if (Section is null)
        {
            var (made, id) = await desk.AddAsync(edit, cancel);
            return made == EditOutcome.Saved ? Done($"/sections/{id}", Texts["The section is added."]) : Refused(made);
        }
        var outcome = await desk.SaveAsync(Section.Id, Version, edit, cancel);
        return outcome == EditOutcome.Saved ? Done($"/sections/{Section.Id}", Texts["The section is saved."]) : Refused(outcome);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Section is null)
            return NotFound();
        Form = SectionForm.Of(Section);
        var outcome = await desk.DeleteAsync(Section.Id, Version, Heir, cancel);
        return outcome switch
        {
            EditOutcome.Saved => Done("/sections", Texts["“{0}” is deleted.", Section.Name.In(Language)]),
            EditOutcome.InUse => Wrong("Heir", Texts["Articles or sections lie in it: say where they go."]),
            EditOutcome.Circular => Wrong("Heir", Texts["They cannot go where the section itself is."]),
            _ => Refuse(outcome, Section.Version),
        };
    }

    /// <summary>What was typed; null, with the reasons beside the fields, where it cannot be saved.</summary>
    private SectionEdit? Edit()
    {
        var name = Form.Name.ToText(SectionForm.LongestName);
        var colour = (Form.Colour ?? "").Trim().ToLowerInvariant();
        if (name.In(Language).Length == 0)
            ModelState.AddModelError("Form.Name.En", Texts["Give a name in one language at least."]);
        if (!SectionColour.IsColour(colour))
            ModelState.AddModelError("Form.Colour", Texts["Give the colour as # and six digits, such as {0}.", Section.DefaultColour]);
        else if (!SectionColour.IsReadable(colour))
            ModelState.AddModelError("Form.Colour", Texts["Small text in this colour cannot be read on white: its contrast is {0}, it must be {1}. This would do: {2}",
                SectionColour.OnWhite(colour).ToString("0.0", CultureInfo.CurrentCulture), SectionColour.LeastContrast.ToString("0.0", CultureInfo.CurrentCulture), SectionColour.Readable(colour)]);
        return !ModelState.IsValid ? null : new SectionEdit
        {
            Name = name,
            Description = Form.Description.ToText(SectionForm.LongestDescription, hasLines: true),
            Slug = Typed.Slug(Form.Slug, name.In(Language)),
            Colour = colour,
            ParentId = Form.ParentId,
            JobCategories = [.. Form.JobCategories.Where(Categories.ContainsKey).Distinct()],
        };
    }

    private IActionResult Refused(EditOutcome outcome) => outcome switch
    {
        EditOutcome.AddressTaken => Wrong("Form.Slug", Texts["Another has this address."]),
        EditOutcome.Circular => Wrong("Form.ParentId", Texts["A section cannot lie in itself."]),
        EditOutcome.Missing => Wrong("Form.ParentId", Texts["The section it should lie in is not there any more."]),
        _ => Refuse(outcome, Section?.Version ?? 0),
    };

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        (Tree, Categories) = (await menu.TreeAsync(), await categories.BySlugAsync());
        if (Id is not { } id)
            return true;
        // Not the remembered one: its version must be the newest.
        Section = await desk.FindAsync(id, cancel);
        HasContent = Section is not null && (await desk.HasArticlesAsync(id, cancel) || Tree.All.Any(section => section.ParentId == id));
        return Section is not null;
    }
}
