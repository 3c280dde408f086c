using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Pages.Jobs;
using NewsSite.Web.Pages.News;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Postings;

/// <summary>A posting as readers will see it, for the frame on the desk's page: the reader's own page, closed.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class PreviewModel(PostingReviews reviews, PostingEdits edits, PreviewPostings previews) : FramedPage
{
    public Vacancy Vacancy { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        PreviewHeaders.Write(Response);
        if (await reviews.FindAsync(id, cancel) is not { } posting)
            return NotFound();
        var content = posting.QueuedAt is not null && await edits.RevisionAsync(id, cancel) is { } revision ? PostingContent.FromJson(revision.Content) : PostingContent.Of(posting);
        Vacancy = new Vacancy { Posting = await previews.MakeAsync(content, posting.Employer), Frame = Frame, IsPreview = true };
        Head.Title = posting.Title;
        Head.NoIndex = true;
        Response.MayBeFramedByUs();
        return Page();
    }
}
