using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Web.Languages;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Search;

/// <summary>What may be meant by what is being typed, for the search boxes' script.</summary>
public static class SuggestionRoutes
{
    private const string Kept = "public, max-age=60";
    private const int LongestTyped = 100;

    public static void MapSuggestions(this WebApplication app) => app.MapMethods("/search/suggestions", [HttpMethods.Get, HttpMethods.Head], Suggest)
        .AllowAnonymous().RequireRateLimiting(ReaderLimits.Suggestions).ExcludeFromDescription();

    private static async Task<IResult> Suggest(
        [FromQuery(Name = "q")] string? typed, [FromQuery(Name = "for")] string? box, HttpContext context, Suggestions suggestions, IStringLocalizer<Interface> texts, CancellationToken cancel)
    {
        var found = typed is { Length: > 0 and <= LongestTyped }
            ? await suggestions.ForAsync(typed, Enum.TryParse<SuggestionBox>(box, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : SuggestionBox.Paper, context.Language(), cancel)
            : [];
        context.Response.Headers.CacheControl = Kept;
        return Results.Json(new Answer([.. found.Select(name => new Suggestion(name.Name, texts["SuggestionKind." + name.Kind], name.Address))]));
    }

    private sealed record Answer(IReadOnlyList<Suggestion> Suggestions);

    private sealed record Suggestion(string Text, string Kind, [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] string? Href);
}
