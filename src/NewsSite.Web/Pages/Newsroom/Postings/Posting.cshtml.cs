using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Jobs.Spam;
using NewsSite.Jobs.Wording;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Postings;

/// <summary>One posting before the desk, as readers will see it, and what the desk decides.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class PostingModel(PostingReviews reviews, PostingEdits edits, EmployerProfiles employers, IStringLocalizer<Interface> texts) : NewsroomPage
{
    public Posting Posting { get; private set; } = null!;

    /// <summary>Of the posting when the page was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? TakeDownReason { get; set; }

    public IReadOnlyList<FoundSign> Signs => FoundSign.Of(Posting);

    /// <summary>What another text of it, which waits, says otherwise.</summary>
    public IReadOnlyList<PostingField> Changes { get; private set; } = [];

    /// <summary>Words that exclude somebody.</summary>
    public IReadOnlyList<WordingFinding> Findings { get; private set; } = [];

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
        await LoadAsync(id, cancel) ? Finish(await reviews.ApproveAsync(id, Version, cancel), Approved()) : NotFound();

    /// <summary>As it stands after the decision.</summary>
    private string Approved() => Posting.State == PostingState.Published
        ? texts["“{0}” is online.", Posting.Title]
        : texts["“{0}” is let through. It goes online when its time has come and what must be paid first is paid.", Posting.Title];

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

    public async Task<IActionResult> OnPostTakeDownAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var reason = Typed.Clean(TakeDownReason, PostingReviews.LongestReason, hasLines: true);
        return reason.Length == 0
            ? Wrong(nameof(TakeDownReason), texts["Please give the reason: the employer gets it by mail."])
            : Finish(await reviews.TakeDownAsync(id, Version, reason, cancel), texts["“{0}” is offline.", Posting.Title]);
    }

    public async Task<IActionResult> OnPostTrustAsync(long id, bool trusted, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        await employers.TrustAsync(Posting.EmployerId, trusted, cancel);
        return Done(string.Create(CultureInfo.InvariantCulture, $"/postings/{id}"), trusted ? texts["{0} is trusted from now on.", Posting.Employer.Name] : texts["{0} is no longer trusted.", Posting.Employer.Name]);
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
        Response.ShowsOwnFrame();
        if (await reviews.FindAsync(id, cancel) is not { } posting)
            return false;
        Posting = posting;
        var content = PostingContent.Of(posting);
        if (posting.QueuedAt is not null && await edits.RevisionAsync(id, cancel) is { } revision)
        {
            var wanted = PostingContent.FromJson(revision.Content);
            (Changes, content) = (wanted.ChangesFrom(content), wanted);
        }
        Findings = AdvertWording.Check(content);
        return true;
    }
}
