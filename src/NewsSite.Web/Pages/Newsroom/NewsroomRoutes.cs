using NewsSite.Web.Pages.Newsroom.Articles;
using NewsSite.Web.Pages.Newsroom.FrontPages;
using NewsSite.Web.Pages.Newsroom.Media;
using NewsSite.Web.Pages.Newsroom.Menus;
using NewsSite.Web.Pages.Newsroom.Sections;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom;

/// <summary>
/// What the newsroom's scripts ask: JSON in and out, errors as problem+json, closed, and with the antiforgery token in the header
/// RequestVerificationToken wherever something changes. Each noun maps its own beside its pages.
/// </summary>
public static class NewsroomRoutes
{
    public static void MapNewsroom(this WebApplication app)
    {
        var newsroom = app.MapGroup("/newsroom").RequireAuthorization(Policies.Staff).DisableAntiforgery().RequireFormToken();
        newsroom.MapArticles();
        newsroom.MapNames();
        newsroom.MapComments();
        newsroom.MapMediaLibrary();
        newsroom.MapFront();
        newsroom.MapSections();
        newsroom.MapMenus();
    }
}
