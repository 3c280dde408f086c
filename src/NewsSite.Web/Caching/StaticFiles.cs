namespace NewsSite.Web.Caching;

/// <summary>
/// Style sheets and scripts carry their content's hash in the name and are kept for ever. Fonts and marks are named in
/// style sheets and by other sites, so their names stay; they are kept for a week.
/// </summary>
public static class StaticFiles
{
    private const string AWeek = "public, max-age=604800";

    public static void MapStaticFiles(this WebApplication app) => app.MapStaticAssets().AllowAnonymous().Add(endpoint =>
    {
        if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } path, RequestDelegate: { } serve } || !IsKeptForAWeek(path))
            return;
        endpoint.RequestDelegate = context =>
        {
            context.Response.OnStarting(static state =>
            {
                ((HttpResponse)state).Headers.CacheControl = AWeek;
                return Task.CompletedTask;
            }, context.Response);
            return serve(context);
        };
    });

    private static bool IsKeptForAWeek(string path) =>
        path.StartsWith("dist/fonts/", StringComparison.Ordinal) || path.StartsWith("img/", StringComparison.Ordinal);
}
