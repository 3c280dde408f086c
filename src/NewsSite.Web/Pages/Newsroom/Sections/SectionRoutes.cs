using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Sections;
using NewsSite.Web.Pages.Newsroom.FrontPages;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Sections;

/// <summary>Saves the order of the sections while they are dragged.</summary>
public static class SectionRoutes
{
    public static void MapSections(this RouteGroupBuilder newsroom) =>
        newsroom.MapPut("/sections/order", SaveAsync).RequireAuthorization(Policies.ArrangePaper).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(64 * 1024));

    private static async Task<IResult> SaveAsync(ArrangedBoard board, SectionDesk desk, HttpContext context, IStringLocalizer<Interface> texts)
    {
        var children = new Dictionary<long, IReadOnlyList<long>>();
        foreach (var (slot, sections) in board.Slots ?? [])
        {
            if (!long.TryParse(slot, NumberStyles.None, CultureInfo.InvariantCulture, out var parent))
                return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: texts["The paper has no such section. Load the page again."]);
            children[parent] = sections ?? [];
        }
        var outcome = await desk.ArrangeAsync(board.Revision, children, context.RequestAborted);
        return outcome switch
        {
            EditOutcome.Saved => Results.Ok(new { Revision = SectionDesk.RevisionOf(await desk.ListAsync(context.RequestAborted)) }),
            EditOutcome.Circular => Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: texts["A section cannot lie in itself."]),
            _ => Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: texts["Somebody has changed the sections meanwhile. Load the page again; your last step was not saved."]),
        };
    }
}
