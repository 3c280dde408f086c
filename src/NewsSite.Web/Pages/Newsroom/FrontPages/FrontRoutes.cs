using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.FrontPage;
using NewsSite.Platform.Languages;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.FrontPages;

/// <summary>A board as its script sends it: all places with the numbers of their cards, the pool too.</summary>
public sealed record ArrangedBoard(int Revision, Dictionary<string, List<long>> Slots);

/// <summary>Saves the board while it is arranged.</summary>
public static class FrontRoutes
{
    public static void MapFront(this RouteGroupBuilder newsroom) =>
        newsroom.MapPut("/front/{edition}", SaveAsync).RequireAuthorization(Policies.ArrangePaper).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(64 * 1024));

    private static async Task<IResult> SaveAsync(string edition, ArrangedBoard board, ArrangementDesk desk, HttpContext context, IStringLocalizer<Interface> texts)
    {
        if (Language.Find(edition) is not { } language)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: texts["The paper has no edition in this language."]);
        var places = (board.Slots ?? []).Where(slot => FrontPlaces.Size(slot.Key) > 0).ToDictionary(slot => slot.Key, slot => (IReadOnlyList<long>)(slot.Value ?? []));
        var me = context.CurrentUser();
        var arranged = await desk.ArrangeAsync(language, board.Revision, places, new Editor(me.Id, me.Name), context.RequestAborted);
        return arranged.IsConflict
            ? Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: texts["{0} has arranged this front page meanwhile. Load the page to see it; your last step was not saved.", arranged.Draft.SavedByName])
            : Results.Ok(new { arranged.Draft.Revision });
    }
}
