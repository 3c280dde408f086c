using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Menus;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages.Newsroom.FrontPages;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Menus;

/// <summary>Saves the order of a menu's lines while they are dragged.</summary>
public static class MenuRoutes
{
    /// <summary>The one list of the board.</summary>
    public const string Slot = "menu";

    public static void MapMenus(this RouteGroupBuilder newsroom) =>
        newsroom.MapPut("/menus/order/{edition}/{place}", SaveAsync).RequireAuthorization(Policies.ArrangePaper).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(64 * 1024));

    private static async Task<IResult> SaveAsync(string edition, MenuPlace place, ArrangedBoard board, MenuDesk desk, PaperFace face, IStringLocalizer<Interface> texts)
    {
        if (Language.Find(edition) is not { } language || !Enum.IsDefined(place))
            return Results.NotFound();
        var items = (await desk.FindAsync(language, place))?.Items ?? await face.DefaultAsync(language, place);
        var outcome = MenuKeys.InOrder(items, board.Slots?.GetValueOrDefault(Slot) ?? []) is { } order
            ? await desk.SaveAsync(language, place, board.Revision, order) : EditOutcome.Stale;
        return outcome == EditOutcome.Saved
            ? Results.Ok(new { Revision = board.Revision + 1 })
            : Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: texts["Somebody has changed the menu meanwhile. Load the page again; your last step was not saved."]);
    }
}
