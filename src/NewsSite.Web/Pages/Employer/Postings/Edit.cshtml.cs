using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Jobs.Wording;
using NewsSite.Web.Pages.Jobs;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Employer.Postings;

/// <summary>Changes a posting: the text that waits for the desk where there is one, else what readers see.</summary>
public sealed class EditModel(EmployerPostings postings, PostingEdits edits, PostingFormReader reader, Words words, IStringLocalizer<Interface> texts) : EmployerPage
{
    public Posting Posting { get; private set; } = null!;

    [BindProperty]
    public PostingForm Form { get; set; } = new();

    /// <summary>Of the posting when the form was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public bool HandsIn { get; set; }

    public IReadOnlyList<WordingFinding> Findings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var content = await edits.RevisionAsync(id, cancel) is { } revision ? PostingContent.FromJson(revision.Content) : PostingContent.Of(Posting);
        (Form, Version, Findings) = (PostingForm.Of(content, words.DayOf), Posting.Version, AdvertWording.Check(content));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (await reader.ReadAsync(Form, ModelState, cancel) is not { } content)
            return Wrong();
        var edit = new PostingEdit { Employer = Company.EmployerId, Posting = id, Version = Version, Content = content, By = Me.Id, HandsIn = HandsIn };
        var path = string.Create(CultureInfo.InvariantCulture, $"/postings/{id}");
        switch (await edits.EditAsync(edit, cancel))
        {
            case EditedPosting.Saved: return Done(path, texts["The job is saved."]);
            case EditedPosting.Waits: return Done(path, texts["The job is with our jobs desk."]);
            case EditedPosting.Online: return Done(path, texts["“{0}” is online.", content.Title]);
            case EditedPosting.Missing: return NotFound();
            case EditedPosting.Impossible: return Wrong("", texts["A closed job cannot be changed. Open it again, or make another like it."], StatusCodes.Status409Conflict);
            default:
                await LoadAsync(id, cancel);
                Version = Posting.Version;
                ModelState.Remove(nameof(Version));
                return Wrong("", texts["Somebody else has changed this since you opened it. What you typed is still here: look at theirs in another window. Saving again replaces it."], StatusCodes.Status409Conflict);
        }
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await postings.FindAsync(Company.EmployerId, id, cancel) is not { } posting)
            return false;
        Posting = posting;
        return true;
    }
}
