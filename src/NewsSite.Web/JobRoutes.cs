using NewsSite.Jobs.Figures;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Figures;
using NewsSite.Platform.Html;
using NewsSite.Web.Caching;
using NewsSite.Web.Languages;

namespace NewsSite.Web;

/// <summary>The way from a job to the employer's own address: counted by day, without a word on who went.</summary>
public static class JobRoutes
{
    public static void MapJobs(this WebApplication app) =>
        app.MapMethods("/jobs/{id:long}/out", [HttpMethods.Get, HttpMethods.Head], LeaveAsync).AllowAnonymous();

    private static async Task<IResult> LeaveAsync(long id, OpenPostings postings, FigureCounter counter, HttpContext context, CancellationToken cancel)
    {
        context.Response.KeepNowhere();
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (await postings.FindAsync(id, cancel) is not { } posting)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        // Only an address that the employer gave, and only while the job is open: never a way to anywhere.
        if (!postings.IsOpen(posting) || posting.TakesApplications || !Link.IsWeb(posting.ApplyUrl))
            return Results.LocalRedirect(Addresses.Job(context.Language(), id, posting.Slug));
        if (IsPressed(context.Request))
            SeenRoute.Count(context, counter, new Sighting(posting.Kind, id, PostingActs.Apply));
        return Results.Redirect(posting.ApplyUrl);
    }

    /// <summary>Somebody pressed the link: what fetches before anybody asks does not count.</summary>
    private static bool IsPressed(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Purpose"].Count == 0 && (request.Headers["Sec-Fetch-Mode"] is { Count: 0 } or ["navigate"]);
}
