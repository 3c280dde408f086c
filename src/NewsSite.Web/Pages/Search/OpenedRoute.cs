using Microsoft.AspNetCore.Mvc;
using NewsSite.Search.Documents;
using NewsSite.Search.Figures;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Search;

/// <summary>
/// A beacon that the results' script sends when a reader opens one: which words, which thing. It carries no cookie, nobody is
/// told apart, and the link itself leads straight on. Without script nothing is counted.
/// </summary>
public static class OpenedRoute
{
    private const int LargestForm = 4096;

    public static void MapOpened(this WebApplication app) => app.MapPost("/search/opened", Count)
        .AllowAnonymous().DisableAntiforgery().FromOwnPages().RequireRateLimiting(ReaderLimits.Opened)
        .WithMetadata(new RequestSizeLimitAttribute(LargestForm)).ExcludeFromDescription();

    private static IResult Count([AsParameters] Opened opened, SearchCounter counter)
    {
        var askedIn = opened.In == "jobs" ? SearchedIn.Jobs : SearchedIn.Paper;
        if (opened.Words is not { Length: > 0 } words || opened.Kind is not (ThingKinds.Article or ThingKinds.Job) || opened.Id is null or <= 0)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "q, kind (article or posting) and id are needed.");
        counter.Choose(askedIn, words, new DocumentKey(opened.Kind, opened.Id.Value));
        return Results.NoContent();
    }

    private sealed record Opened(
        [FromForm(Name = "q")] string? Words, [FromForm(Name = "in")] string? In, [FromForm(Name = "kind")] string? Kind, [FromForm(Name = "id")] long? Id);
}
