using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Postings;

/// <summary>One posting before the desk, as readers will see it, and what the desk decides.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class PostingModel(PostingReviews reviews, IStringLocalizer<Interface> texts) : NewsroomPage
{
    public Posting Posting { get; private set; } = null!;

    /// <summary>Of the posting when the page was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        Version = Posting.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostApproveAsync(long id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Finish(await reviews.ApproveAsync(id, Version, cancel), texts["“{0}” is online.", Posting.Title]) : NotFound();

    public async Task<IActionResult> OnPostRefuseAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var reason = Typed.Clean(Reason, PostingReviews.LongestReason, hasLines: true);
        if (reason.Length == 0)
            return Wrong(nameof(Reason), texts["Please give the reason: the employer gets it by mail."]);
        var state = Decision == nameof(PostingState.Rejected) ? PostingState.Rejected : PostingState.ChangesAsked;
        return Finish(await reviews.RefuseAsync(id, Version, state, reason, cancel), texts["The employer gets the reason by mail."]);
    }

    private IActionResult Finish(ReviewOutcome outcome, string said)
    {
        if (outcome != ReviewOutcome.Stale)
            return outcome == ReviewOutcome.Done ? Done("/postings", said) : NotFound();
        Version = Posting.Version;
        ModelState.Remove(nameof(Version));
        return Wrong("", texts["Somebody else has changed this since you opened it. Please look again."], StatusCodes.Status409Conflict);
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await reviews.FindAsync(id, cancel) is not { } posting)
            return false;
        Posting = posting;
        return true;
    }
}
