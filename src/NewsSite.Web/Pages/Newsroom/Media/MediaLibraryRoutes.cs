using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;
using NewsSite.Web.Languages;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>What the editor and the library's pages ask by script: look for pictures, bring new ones, make missing sizes.</summary>
public static class MediaLibraryRoutes
{
    private const int PageSize = 24;
    private const int MaxIds = 200;

    /// <summary>One request brings so many pictures to make sizes of.</summary>
    private const int MissingSize = 20;

    public static void MapMediaLibrary(this IEndpointRouteBuilder newsroom)
    {
        var media = newsroom.MapGroup("/media").RequireAuthorization(Policies.Write);
        media.MapGet("/search/{language?}", SearchAsync);
        newsroom.MapPost("/media", AddAsync).RequireAuthorization(Policies.Write);
        media.MapPost("/{id:long}/file", ReplaceAsync).RequireAuthorization(Policies.Edit);
        media.MapGet("/missing-sizes", MissingAsync);
        media.MapPut("/missing-sizes/{id:long}", CompleteAsync);
    }

    /// <summary>The words come in the language that is written in: the last part of the address, else that of the interface.</summary>
    private static async Task<IResult> SearchAsync(
        [AsParameters] Search search, MediaLibrary library, MediaNotes notes, HttpContext context, CancellationToken cancel)
    {
        var language = search.Language is null ? context.Language() : Language.Find(search.Language);
        if (language is null)
            return Results.NotFound();
        if (search.Ids is not null)
            return Answer(await library.FindAsync(IdsOf(search.Ids), cancel), null);
        var words = search.Words ?? "";
        var page = await library.PageAsync(new MediaQuestion { Words = words.Length > 200 ? words[..200] : words, WithFile = true }, PageSize, ListKey.Parse(search.Before), cancel);
        return Answer(page.Items, page.HasMore ? Next(page.Items[^1]) : null);

        IResult Answer(IReadOnlyList<MediaItem> items, string? next) =>
            Results.Ok(new MediaPageJson([.. items.Select(item => notes.Json(item, language))], next));

        string Next(MediaItem last) => context.OriginalPath() + QueryString.Create("q", words).Add("before", new ListKey(last.CreatedAt, last.Id).ToString());
    }

    private static Task<IResult> AddAsync(MediaDesk desk, MediaNotes notes, IStringLocalizer<Interface> texts, HttpContext context, CancellationToken cancel) =>
        TakeAsync(context, texts, async form =>
        {
            var item = await desk.AddAsync(CheckedPicture.OfSizes(form.Name ?? "", form.Width, form.Height, form.Sizes), cancel);
            return Results.Created($"{context.Language().Prefix}/newsroom/media/{item.Id}", notes.Json(item, context.Language()));
        }, cancel);

    private static Task<IResult> ReplaceAsync(
        long id, int version, MediaDesk desk, MediaNotes notes, IStringLocalizer<Interface> texts, HttpContext context) =>
        TakeAsync(context, texts, async form =>
        {
            var changed = await desk.ReplaceAsync(id, version, CheckedPicture.OfSizes(form.Name ?? "", form.Width, form.Height, form.Sizes), context.RequestAborted);
            if (changed is null)
                return Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: texts["This picture is not there any more."]);
            return changed.IsConflict
                ? Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: texts["Somebody else has changed this picture since. Load the page again."])
                : Results.Ok(notes.Json(changed.Item, context.Language()));
        }, context.RequestAborted);

    private static async Task<IResult> MissingAsync([FromQuery(Name = "without")] string? without, MediaLibrary library, CancellationToken cancel)
    {
        var ids = IdsOf(without ?? "");
        var items = await library.LackingSizesAsync(ids, MissingSize, cancel);
        var left = items.Count < MissingSize ? items.Count : await library.CountLackingSizesAsync(ids, cancel);
        return Results.Ok(new LackingPageJson([.. items.Select(item => new LackingJson(item.Id, item.FileName, item.Renditions[^1].Address))], left));
    }

    private static Task<IResult> CompleteAsync(
        long id, MediaDesk desk, MediaNotes notes, IStringLocalizer<Interface> texts, HttpContext context, CancellationToken cancel) =>
        TakeAsync(context, texts, async form =>
        {
            // The picture has a name here, so none is sent.
            var item = await desk.CompleteAsync(id, CheckedPicture.OfSizes("sizes", form.Width, form.Height, form.Sizes), cancel);
            return item is null
                ? Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: texts["This picture is not there any more."])
                : Results.Ok(notes.Json(item, context.Language()));
        }, cancel);

    /// <summary>Reads the form and lets it be taken; whatever is wrong with it is said in the editor's language.</summary>
    private static async Task<IResult> TakeAsync(HttpContext context, IStringLocalizer<Interface> texts, Func<PictureForm, Task<IResult>> take, CancellationToken cancel)
    {
        try
        {
            return await take(await PictureFormReader.ReadAsync(context.Request, cancel));
        }
        catch (MediaRefusedException refused)
        {
            return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: texts["MediaFault." + refused.Fault]);
        }
        catch (PictureFormException refused)
        {
            return Results.Problem(statusCode: refused.Status, detail: refused.Status == StatusCodes.Status413PayloadTooLarge
                ? texts["MediaFault." + MediaFault.TooHeavy] : texts["The picture did not arrive whole. Try again."]);
        }
    }

    private static List<long> IdsOf(string ids) =>
        [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(id => id > 0).Distinct().Take(MaxIds)];

    /// <summary>What is looked for.</summary>
    private sealed record Search(
        [FromRoute(Name = "language")] string? Language, [FromQuery(Name = "q")] string? Words, [FromQuery(Name = "ids")] string? Ids, [FromQuery(Name = "before")] string? Before);
}
