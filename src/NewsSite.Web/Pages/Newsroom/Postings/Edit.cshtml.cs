using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Pages.Jobs;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Postings;

/// <summary>The desk mends an advert itself.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class EditModel(PostingReviews reviews, PostingFormReader reader, Words words, IStringLocalizer<Interface> texts) : NewsroomPage
{
    public Posting Posting { get; private set; } = null!;

    [BindProperty]
    public PostingForm Form { get; set; } = new();

    /// <summary>Of the posting when the form was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await reviews.FindAsync(id, cancel) is not { } posting)
            return NotFound();
        (Posting, Version, Form) = (posting, posting.Version, PostingForm.Of(PostingContent.Of(posting), words.DayOf));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (await reviews.FindAsync(id, cancel) is not { } posting)
            return NotFound();
        Posting = posting;
        if (await reader.ReadAsync(Form, ModelState, cancel) is not { } content)
            return Wrong();
        switch (await reviews.EditAsync(id, Version, content, cancel))
        {
            case ReviewOutcome.Done: return Done(string.Create(CultureInfo.InvariantCulture, $"/postings/{id}"), texts["The job is saved."]);
            case ReviewOutcome.Missing: return NotFound();
            default:
                Version = posting.Version;
                ModelState.Remove(nameof(Version));
                return Wrong("", texts["Somebody else has changed this since you opened it. What you typed is still here: look at theirs in another window. Saving again replaces it."], StatusCodes.Status409Conflict);
        }
    }
}
