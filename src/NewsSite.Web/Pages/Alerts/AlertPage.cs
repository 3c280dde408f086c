using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Web.Caching;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Alerts;

/// <summary>
/// A page about somebody's alerts. Its link is its key: no account, no cookie; so it is kept nowhere, is nothing for search engines,
/// and tells its address to nobody. What pages of others send is refused.
/// </summary>
public abstract class AlertPage : ReaderPage
{
    // By its name the framework would take it for the handler of a method PAGE.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.KeepNowhere();
        Response.Headers["Referrer-Policy"] = "same-origin";
        if (HttpMethods.IsPost(Request.Method) && !TakesFromAnywhere && !OwnPages.IsOwn(Request, Addresses.Origin))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
            return;
        }
        await base.OnPageHandlerExecutionAsync(context, async () =>
        {
            Head.NoIndex = true;
            return await next();
        });
    }

    /// <summary>The link in the address is all that counts.</summary>
    protected virtual bool TakesFromAnywhere => false;

    /// <summary>The network that asks, for the record of consent; kept as a keyed hash.</summary>
    protected string Network => HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>The link is no good any more: a page that says so.</summary>
    protected IActionResult Lapsed()
    {
        IsLapsed = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    public bool IsLapsed { get; private set; }

    protected static Frequency FrequencyOf(string? typed) => Enum.TryParse<Frequency>(typed, out var frequency) && Enum.IsDefined(frequency) ? frequency : Frequency.Daily;
}
