using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Previews;
using NewsSite.Platform.Site;

namespace NewsSite.Web.Pages.News;

/// <summary>
/// An article before it is published, for whoever has been given the link: the working copy as it stands now. Nobody is asked
/// who they are; the secret is the key.
/// </summary>
public sealed class PreviewModel(PreviewLinks links, ArticlePreviews previews, StoryMaker stories, PaperClock clock) : ReaderPage
{
    /// <summary>Null: the link has ended.</summary>
    public Story? Story { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The link works from then on.</summary>
    public DateTimeOffset? EmbargoUntil { get; private set; }

    /// <summary>Readers see the article already, as it was before these changes.</summary>
    public bool IsPublished { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, [FromQuery] string? jobs, CancellationToken cancel)
    {
        PreviewHeaders.Write(Response);
        Head.NoIndex = true;
        if (await links.FindAsync(secret, cancel) is not { } link)
            return NotFound();
        if (!link.IsOpen(clock.Now) || await previews.FindAsync(link.ArticleId, cancel) is not { State: not ArticleState.Binned } preview)
            return Ended();
        if (preview.EmbargoUntil is { } until)
        {
            EmbargoUntil = until;
            return Ended(StatusCodes.Status403Forbidden);
        }
        if (preview.Language != Language)
            return LocalRedirect(preview.Language.Prefix + Request.Path);
        (EndsAt, IsPublished) = (link.EndsAt, preview.State == ArticleState.Published);
        Story = await stories.MakeAsync(preview.Article, Frame, PageNumber(jobs), cancel);
        Story.Describe(Head, Addresses);
        return Page();
    }

    private PageResult Ended(int status = StatusCodes.Status410Gone)
    {
        Response.StatusCode = status;
        // The language switch must not hand the secret around.
        Head.Canonical = Addresses.Home(Language);
        Head.Alternates = [];
        return Page();
    }
}
