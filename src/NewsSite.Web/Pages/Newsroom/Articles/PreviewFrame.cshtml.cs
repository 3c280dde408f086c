using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Previews;
using NewsSite.Web.Pages.News;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>The article as readers will see it, for the frame in the newsroom's preview: the reader's own page, closed.</summary>
[Authorize(Policies.Write)]
public sealed class PreviewFrameModel(ArticlePreviews previews, DeskArticles articles, StoryMaker stories) : FramedPage
{
    public Story Story { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, [FromQuery] string? jobs, CancellationToken cancel)
    {
        PreviewHeaders.Write(Response);
        if (await articles.FindAsync(id, cancel) is not { } article || await previews.FindAsync(id, cancel) is not { } preview)
            return NotFound();
        if (!HttpContext.CurrentUser().MaySee(article))
            return StatusCode(StatusCodes.Status403Forbidden);
        // The frame around it must be in the article's language, whatever the editor's is.
        if (preview.Language != Language)
            return LocalRedirect(preview.Language.Prefix + Request.Path);
        Story = await stories.MakeAsync(preview.Article, Frame, PageNumber(jobs), cancel);
        Story.Describe(Head, Addresses);
        Head.NoIndex = true;
        Response.MayBeFramedByUs();
        return Page();
    }
}
