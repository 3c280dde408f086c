using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Search.Following;

namespace NewsSite.Web;

/// <summary>
/// Whether the program runs (live) and whether it can serve readers (ready: the database answers; behind it, if so, that searches
/// do not find everything yet, which pages say too).
/// </summary>
public static class HealthRoutes
{
    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").AllowAnonymous();
        health.MapMethods("/live", [HttpMethods.Get, HttpMethods.Head], () => Results.Text("live"));
        health.MapMethods("/ready", [HttpMethods.Get, HttpMethods.Head], async (NewsDb db, IndexKeeper index, CancellationToken cancel) =>
        {
            try
            {
                await db.Set<Change>().AnyAsync(cancel);
                return Results.Text("ready" + Search(index.State));
            }
            catch (DbException unreachable)
            {
                app.Logger.LogWarning(unreachable, "Not ready: the database does not answer");
                return Results.Text("not ready: the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }

    private static string Search(IndexState state) => state switch
    {
        { IsReadingAll: true } => string.Create(CultureInfo.InvariantCulture, $"; search is {(state.IsReady ? "being made anew" : "catching up")}: {state.Read} of {state.ToRead} documents read"),
        { IsReady: false } => "; search is catching up",
        _ => "",
    };
}
