using System.Text.Json;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Tags;
using NewsSite.Web.Languages;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>Authors and tags by name, suggested while an editor types; a tag that is missing is made.</summary>
public static class NameRoutes
{
    private const int MostFound = 12;
    private const int MostBytes = 4096;

    public static void MapNames(this RouteGroupBuilder newsroom)
    {
        newsroom.MapGet("/authors/search", AuthorsAsync).RequireAuthorization(Policies.Write);
        newsroom.MapGet("/tags/search", TagsAsync).RequireAuthorization(Policies.Write);
        newsroom.MapPost("/tags/names", AddTagAsync).RequireAuthorization(Policies.Write);
    }

    private static async Task<IResult> AuthorsAsync(string? q, string? ids, AuthorSearch authors, CancellationToken cancel)
    {
        var found = ids is not null ? await authors.OfAsync(ArticleRoutes.Ids(ids), cancel) : await authors.SuggestAsync(ArticleRoutes.Cut(q), MostFound, cancel);
        return Results.Ok(new { items = found.Select(author => new { author.Id, author.Name }) });
    }

    private static async Task<IResult> TagsAsync(string? q, string? ids, HttpContext context, TagSearch tags, CancellationToken cancel)
    {
        var found = ids is not null ? await tags.OfAsync(ArticleRoutes.Ids(ids), cancel) : await tags.SuggestAsync(ArticleRoutes.Cut(q), MostFound, cancel);
        return Results.Ok(new { items = found.Select(tag => new { tag.Id, Name = tag.Name.In(context.Language()) }) });
    }

    private static async Task<IResult> AddTagAsync(HttpContext context, TagDesk tags, IStringLocalizer<Interface> texts)
    {
        var (json, unread) = await JsonBody.ReadAsync(context, MostBytes, texts);
        using (json)
        {
            if (unread is not null)
                return unread;
            var problems = new FieldProblems(problem => texts["FieldProblem." + problem]);
            var name = json!.RootElement is { ValueKind: JsonValueKind.Object } sent && sent.TryGetProperty("name", out var given)
                ? new FieldValue(given, "name", problems).Line(TagDesk.LongestName).Trim() : "";
            if (problems.IsEmpty && (name.Length == 0 || !name.Any(char.IsLetterOrDigit)))
                problems.Add("name", FieldProblem.NoText);
            if (!problems.IsEmpty)
                return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: problems.First, extensions: new Dictionary<string, object?> { ["errors"] = problems.All });
            var tag = await tags.FindOrCreateAsync(name, context.Language(), context.RequestAborted);
            return Results.Json(new { tag.Id, Name = tag.Name.In(context.Language()) }, statusCode: StatusCodes.Status201Created);
        }
    }
}
