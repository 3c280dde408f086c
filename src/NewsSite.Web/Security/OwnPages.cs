namespace NewsSite.Web.Security;

/// <summary>
/// What readers' pages send. They are kept for everybody and carry no token, and readers have no cookie; so all there is to
/// refuse is what pages of others send. Where a client says nothing of itself it is no browser, and let in.
/// </summary>
public static class OwnPages
{
    public static RouteHandlerBuilder FromOwnPages(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
        IsOwn(context.HttpContext.Request, context.HttpContext.RequestServices.GetRequiredService<Addresses>().Origin)
            ? await next(context)
            : Results.Problem(statusCode: StatusCodes.Status403Forbidden, detail: "This comes from a page of another site."));

    /// <param name="origin">The site's public one.</param>
    internal static bool IsOwn(HttpRequest request, string origin)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString().Equals("cross-site", StringComparison.OrdinalIgnoreCase))
            return false;
        // A browser cannot be made to name another host than the one that it asks.
        return request.Headers.Origin.ToString() is var from
            && (from.Length == 0 || from.Equals(origin, StringComparison.OrdinalIgnoreCase) || from.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
