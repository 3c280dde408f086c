using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Languages;
using NewsSite.Web.Caching;
using NewsSite.Web.Languages;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom;

/// <summary>A page of the newsroom: closed, kept nowhere, its forms carry an antiforgery token.</summary>
public abstract class NewsroomPage : PageModel
{
    /// <summary>The language of the interface; what is edited has its own.</summary>
    public Language Language => HttpContext.Language();

    public CurrentUser Me => HttpContext.CurrentUser();

    /// <summary>What was just done, said once above the next page.</summary>
    [TempData]
    public string? Said { get; set; }

    /// <summary>Who works here, as the newsroom knows them.</summary>
    protected Editor Editor => new(Me.Id, Me.Name);

    // By its name the framework would take it for the handler of a method PAGE.
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepNowhere();

    /// <summary>An address of the newsroom in the language of the interface.</summary>
    /// <param name="path">Below /newsroom, as "/articles/7".</param>
    public string At(string path) => Language.Prefix + "/newsroom" + path;

    /// <summary>On to another page of the newsroom, with a word on what was done.</summary>
    protected LocalRedirectResult Done(string path, string said)
    {
        Said = said;
        return LocalRedirect(At(path));
    }

    /// <summary>The policy let one in, but not to this.</summary>
    protected static StatusCodeResult Forbidden() => new(StatusCodes.Status403Forbidden);

    /// <summary>Shows the page again with all that was typed; the model state says what is wrong.</summary>
    protected PageResult Wrong(int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <inheritdoc cref="Wrong(int)"/>
    protected PageResult Wrong(string field, string message, int status = StatusCodes.Status422UnprocessableEntity)
    {
        ModelState.AddModelError(field, message);
        return Wrong(status);
    }
}
