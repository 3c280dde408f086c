using Microsoft.AspNetCore.Antiforgery;

namespace NewsSite.Web.Security;

/// <summary>
/// What scripts of the newsroom send carries the antiforgery token in a header; it is looked at before the body is read. A page's
/// own forms are checked by the framework.
/// </summary>
public static class FormTokens
{
    private sealed class InHeader;

    /// <summary>For endpoints that change something: everything but GET and HEAD must carry the token.</summary>
    public static TBuilder RequireFormToken<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new InHeader());

    public static void UseFormTokens(this WebApplication app) => app.Use(async (context, next) =>
    {
        var isAsked = context.GetEndpoint()?.Metadata.GetMetadata<InHeader>() is not null
            && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        if (!isAsked || await IsValidAsync(context))
            await next(context);
        else
            await Refusal().ExecuteAsync(context);
    });

    private static async Task<bool> IsValidAsync(HttpContext context)
    {
        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        // Without the header the framework would read the form for it.
        return context.Request.Headers["RequestVerificationToken"].Count == 1 && await antiforgery.IsRequestValidAsync(context);
    }

    private static IResult Refusal() => Results.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        detail: "The page is too old or was not opened here. Load it again.",
        extensions: new Dictionary<string, object?> { ["code"] = "antiforgery" });
}
