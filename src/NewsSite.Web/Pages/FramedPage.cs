using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;
using NewsSite.Web.Languages;

namespace NewsSite.Web.Pages;

/// <summary>A page with the paper's frame around it, as readers see them; who may open it says the page that derives from it.</summary>
public abstract class FramedPage : PageModel
{
    public Frame Frame { get; private set; } = null!;

    public PageHead Head { get; } = new();

    /// <summary>The paper's name is its heading.</summary>
    public virtual bool IsFront => false;

    public Language Language => HttpContext.Language();

    protected Addresses Addresses => HttpContext.RequestServices.GetRequiredService<Addresses>();

    // By its name the framework would take it for the handler of a method PAGE.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Frame = await MakeFrameAsync(HttpContext.RequestServices.GetRequiredService<FrameMaker>());
        Head.Canonical = AddressIn(Language);
        Head.Alternates = [.. Language.All.Select(language => new Alternate(language, AddressIn(language)))];
        await next();
    }

    protected virtual ValueTask<Frame> MakeFrameAsync(FrameMaker maker) => maker.MakeAsync(Language);

    /// <summary>This page's address in another language; for pages that exist in every language.</summary>
    private string AddressIn(Language language) =>
        Request.Path == "/" ? Addresses.Home(language) : language.Prefix + Request.Path.Value!.TrimEnd('/');

    /// <summary>
    /// A list from a place on is a page of its own for search engines, not another copy of its beginning; and it has no
    /// translation, because other languages have other places.
    /// </summary>
    protected void StartsAt(string list, ListKey? before)
    {
        if (before is not { } key)
            return;
        Head.Canonical = Addresses.Before(list, key);
        Head.AnnouncesAlternates = false;
    }

    protected static StatusCodeResult Gone() => new(StatusCodes.Status410Gone);

    protected static RedirectResult Moved(string path) => new(path, permanent: true);

    /// <summary>Moved by an editor, who may think again: browsers ask each time, and do not remember it for ever.</summary>
    protected RedirectResult MovedForNow(string path)
    {
        Response.Headers.CacheControl = "no-cache";
        return Moved(path);
    }

    /// <summary>The value of a query key that names a page of a list, from 1.</summary>
    protected static int PageNumber(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
}
