using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Web.Languages;

namespace NewsSite.Web.Pages;

/// <summary>
/// A page that anybody may read: it has the paper's frame around it, reads no user and sets no cookie. Deriving from it is
/// what opens an address. A form on it carries no antiforgery token, because the page is kept for everybody.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public abstract class ReaderPage : FramedPage
{
    // By its name the framework would take it for the handler of a method PAGE.
    [NonHandler]
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () =>
        {
            var done = await next();
            if (done.Result is IStatusCodeActionResult { StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status410Gone } missing)
                done.Result = await FormerAsync(missing);
            return done;
        });

    /// <summary>Where nothing is any more, perhaps an address that was renamed, merged, or given another target by an editor.</summary>
    private async Task<IActionResult> FormerAsync(IStatusCodeActionResult missing)
    {
        var old = await HttpContext.RequestServices.GetRequiredService<OldAddressResolver>()
            .FindAsync(HttpContext.OriginalPath(), Request.QueryString, Frame, HttpContext.RequestAborted);
        if (old.Address is { } address)
            return old.IsForNow ? MovedForNow(address) : Moved(address);
        return old.IsGone ? Gone() : missing;
    }
}
