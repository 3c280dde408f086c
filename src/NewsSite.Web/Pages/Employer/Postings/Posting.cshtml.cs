using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Employer.Postings;

/// <summary>One posting of a company: where it stands, and what may be done with it.</summary>
public sealed class PostingModel(EmployerPostings postings, PostingEdits edits, PostingEnds ends, PostingTemplates templates, IStringLocalizer<Interface> texts) : EmployerPage
{
    public Posting Posting { get; private set; } = null!;

    /// <summary>Another text of it waits for the desk.</summary>
    public bool ChangeWaits { get; private set; }

    public bool MayRenew => PostingEnds.MayRenew(Posting);

    [BindProperty]
    public string? TemplateName { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        TemplateName = Posting.Title.Length > PostingTemplates.LongestName ? Posting.Title[..PostingTemplates.LongestName] : Posting.Title;
        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(long id, string? reason, CancellationToken cancel)
    {
        var why = reason == nameof(CloseReason.Filled) ? CloseReason.Filled : CloseReason.Withdrawn;
        return await ends.CloseAsync(Company.EmployerId, id, why, cancel) ? Done(PathOf(id), texts["The job is closed."]) : await RefusedAsync(id, cancel);
    }

    public async Task<IActionResult> OnPostRenewAsync(long id, CancellationToken cancel) =>
        await ends.RenewAsync(Company.EmployerId, id, cancel) ? Done(PathOf(id), texts["The job is open for {0} days from today.", PostingEnds.Renewal]) : await RefusedAsync(id, cancel);

    public async Task<IActionResult> OnPostDuplicateAsync(long id, CancellationToken cancel) =>
        await ends.DuplicateAsync(Company.EmployerId, id, cancel) is { } copy ? Done(PathOf(copy) + "/edit", texts["This is the copy, a draft."]) : NotFound();

    public async Task<IActionResult> OnPostTemplateAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var name = Typed.Clean(TemplateName, PostingTemplates.LongestName);
        if (name.Length == 0)
            return Wrong(nameof(TemplateName), texts["Please give it a name."]);
        await templates.KeepAsync(Company.EmployerId, name, PostingContent.Of(Posting), cancel);
        return Done("/templates", texts["The template is kept."]);
    }

    private static string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"/postings/{id}");

    private async Task<IActionResult> RefusedAsync(long id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Wrong("", texts["Its state has changed meanwhile: this is how it stands."], StatusCodes.Status409Conflict) : NotFound();

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await postings.FindAsync(Company.EmployerId, id, cancel) is not { } posting)
            return false;
        Posting = posting;
        ChangeWaits = posting.State == PostingState.Published && posting.QueuedAt is not null && await edits.RevisionAsync(id, cancel) is not null;
        return true;
    }
}
