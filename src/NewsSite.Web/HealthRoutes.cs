using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Web;

/// <summary>Whether the program runs (live) and whether it can serve readers (ready: the database answers).</summary>
public static class HealthRoutes
{
    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").AllowAnonymous();
        health.MapMethods("/live", [HttpMethods.Get, HttpMethods.Head], () => Results.Text("live"));
        health.MapMethods("/ready", [HttpMethods.Get, HttpMethods.Head], async (NewsDb db, CancellationToken cancel) =>
        {
            try
            {
                await db.Set<Change>().AnyAsync(cancel);
                return Results.Text("ready");
            }
            catch (DbException unreachable)
            {
                app.Logger.LogWarning(unreachable, "Not ready: the database does not answer");
                return Results.Text("not ready: the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
