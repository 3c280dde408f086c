namespace NewsSite.Web.Languages;

/// <summary>Things that are the same in all languages have one address, without a language: with one, the answer is 301.</summary>
internal static class RootOnly
{
    public static TBuilder OnlyAtRoot<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter<TBuilder, Filter>();

    private sealed class Filter : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var request = context.HttpContext.Request;
            return context.HttpContext.OriginalPath() == request.Path
                ? await next(context)
                : Results.Redirect(request.Path + request.QueryString, permanent: true);
        }
    }
}
