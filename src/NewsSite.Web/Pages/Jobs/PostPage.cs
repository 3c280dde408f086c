using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;
using NewsSite.Web.Caching;
using NewsSite.Web.Languages;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>
/// A step of posting a job, open to everybody and kept nowhere. Its forms carry no token, which would need a cookie: what pages of other sites
/// send is refused, and the draft's cookie does not go with it.
/// </summary>
[AllowAnonymous]
[ReadsUser]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(ReaderLimits.Posting)]
public abstract class PostPage : PageModel
{
    public Language Language => HttpContext.Language();

    /// <summary>Whether somebody is signed in, who then needs no mail.</summary>
    public bool IsSignedIn => HttpContext.SignedIn() is { IsIn: true };

    // By its name the framework would take it for the handler of a method PAGE.
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.KeepNowhere();
        if (HttpMethods.IsPost(Request.Method) && !OwnPages.IsOwn(Request, HttpContext.RequestServices.GetRequiredService<Addresses>().Origin))
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }

    /// <summary>The draft that this browser goes on with; null: none, or it has ended.</summary>
    protected async Task<PostingDraft?> DraftAsync(PostingDrafts drafts, CancellationToken cancel) =>
        PostingDraftCookie.Read(Request) is { } secret ? await drafts.FindAsync(secret, cancel) : null;

    /// <summary>Another step, in the same language.</summary>
    /// <param name="step">Below /jobs/post; empty: the form.</param>
    protected LocalRedirectResult To(string step) => LocalRedirect(Addresses.PostJob(Language) + step);

    /// <inheritdoc cref="Employer.EmployerPage.Wrong(int)"/>
    protected PageResult Wrong()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
