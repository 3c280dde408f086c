using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Presence;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>A save of the working copy: what is wrong in it is named, and then nothing is stored.</summary>
internal static class CopyRoute
{
    /// <summary>The document may be written with escapes, and the fields come beside it.</summary>
    private static int MostBytes => 2 * BlockDocument.MaxBytes;

    public static async Task<IResult> SaveAsync(
        long id, HttpContext context, DeskArticles articles, CopyCheck check, WritingDesk desk, Visits visits, IStringLocalizer<Interface> texts)
    {
        var cancel = context.RequestAborted;
        if (await ArticleRoutes.RefusalAsync(id, context, articles, cancel) is { } forbidden)
            return forbidden;
        var (json, unread) = await JsonBody.ReadAsync(context, MostBytes, texts);
        using (json)
        {
            if (unread is not null)
                return unread;
            var sent = json!.RootElement;
            if (sent.ValueKind != JsonValueKind.Object || ArticleRoutes.Tab(sent) is not { } tab)
                return ArticleRoutes.NoTab();
            if (!sent.TryGetProperty("revision", out var number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var revision))
                return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: "revision: no number of a save.");
            if (sent.TryGetProperty("document", out var document) && Encoding.UTF8.GetByteCount(document.GetRawText()) > BlockDocument.MaxBytes)
                return JsonBody.TooLarge(BlockDocument.MaxBytes, texts);
            var problems = new FieldProblems(problem => texts["FieldProblem." + problem]);
            if (await check.ReadAsync(id, sent, problems, cancel) is not { } content)
                return Results.NotFound();
            if (!problems.IsEmpty)
                return Refused(problems, texts);
            if (await desk.SaveAsync(id, revision, content, ArticleRoutes.Who(context), cancel) is not { } saved)
                return Results.NotFound();
            return saved.IsConflict
                ? Conflict(saved, texts)
                : Results.Ok(await ArticleRoutes.StandingAsync(context, saved.Copy, await visits.SeeAsync(id, tab, ArticleRoutes.Who(context), cancel)));
        }
    }

    private static IResult Refused(FieldProblems problems, IStringLocalizer<Interface> texts) => Results.Problem(
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "The article cannot be saved so",
        detail: problems.All.ContainsKey("document")
            ? texts["The text holds something that the paper does not take, so nothing was saved: {0}", problems.First]
            : texts["Please look at the field that is marked: {0}", problems.First],
        extensions: new Dictionary<string, object?> { ["errors"] = problems.All });

    private static IResult Conflict(SavedCopy saved, IStringLocalizer<Interface> texts)
    {
        using var document = JsonDocument.Parse(saved.Copy.Body.ToJson());
        return Results.Problem(
            statusCode: StatusCodes.Status409Conflict,
            title: "Somebody else saved since",
            detail: texts["{0} saved this article while you were writing. Compare the two texts.", saved.Copy.SavedByName],
            extensions: new Dictionary<string, object?>
            {
                ["copy"] = new
                {
                    saved.Copy.Revision,
                    SavedAt = Words.Machine(saved.Copy.SavedAt),
                    SavedBy = saved.Copy.SavedByName,
                    Document = document.RootElement.Clone(),
                    Fields = EditorFields.Of(saved.Copy.Content, saved.Language),
                },
            });
    }
}
