using NewsSite.Newsroom.Redirects;

namespace NewsSite.Web.Pages;

/// <summary>
/// WordPress's plain addresses, such as /?p=42, have the path of the front page, which is kept without its query. They are
/// sent on to the page of old addresses before routing.
/// </summary>
public static class PlainOldAddresses
{
    private static readonly PathString NoPage = "/index.php";

    public static void UsePlainOldAddresses(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Path == "/" && request.QueryString.HasValue && OldAddress.Of("/", request.QueryString.Value!) is not null)
            request.Path = NoPage;
        return next(context);
    });
}
