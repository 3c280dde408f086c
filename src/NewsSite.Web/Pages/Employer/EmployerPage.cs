using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Jobs.Employers;
using NewsSite.Platform.Languages;
using NewsSite.Web.Caching;
using NewsSite.Web.Languages;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Employer;

/// <summary>
/// A page of a company's own people, under /employer/{employerId:long}/…: closed to everybody else, kept nowhere, its forms carry an
/// antiforgery token. What only owners may also says [Authorize(Policies.OwnEmployer)].
/// </summary>
[Authorize(Policies.ActForEmployer)]
public abstract class EmployerPage : PageModel
{
    public Language Language => HttpContext.Language();

    public CurrentUser Me => HttpContext.CurrentUser();

    /// <summary>The company that this page is of, and how far one acts for it.</summary>
    public EmployerMembership Company => HttpContext.ActsFor();

    /// <summary>What was just done, said once above the next page.</summary>
    [TempData]
    public string? Said { get; set; }

    // By its name the framework would take it for the handler of a method PAGE.
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepNowhere();

    /// <summary>An address of this company's pages in the language of the interface.</summary>
    /// <param name="path">Below /employer/{employerId}, as "/postings/7"; empty: its first page.</param>
    public string At(string path) => Language.Prefix + string.Create(CultureInfo.InvariantCulture, $"/employer/{Company.EmployerId}") + path;

    /// <summary>On to another page of the company, with a word on what was done.</summary>
    protected LocalRedirectResult Done(string path, string said)
    {
        Said = said;
        return LocalRedirect(At(path));
    }

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
