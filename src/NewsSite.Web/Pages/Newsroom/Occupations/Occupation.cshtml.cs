using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Occupations;
using NewsSite.Newsroom.Edits;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Occupations;

/// <summary>The names of one occupation.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class OccupationModel(OccupationDesk desk, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    public Occupation Occupation { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public WordsInput Names { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        (Names, Version) = (WordsInput.Of(Occupation.Names), Occupation.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        var path = string.Create(CultureInfo.InvariantCulture, $"/occupations/{Id}");
        return Finish(await desk.SaveAsync(Id, Version, OccupationForm.Names(Names), cancel), path, Texts["The occupation is saved."]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        Names = WordsInput.Of(Occupation.Names);
        return Finish(await desk.RemoveAsync(Id, Version, cancel), "/occupations", Texts["“{0}” is removed.", Occupation.Title]);
    }

    private IActionResult Finish(OccupationOutcome outcome, string path, string said) => outcome switch
    {
        OccupationOutcome.Saved => Done(path, said),
        OccupationOutcome.TooFewNames => Wrong("Names.En", Texts["Give at least two names."]),
        OccupationOutcome.Missing => NotFound(),
        _ => Refuse(EditOutcome.Stale, Occupation.Version),
    };

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Id, cancel) is not { } occupation)
            return false;
        Occupation = occupation;
        return true;
    }
}
