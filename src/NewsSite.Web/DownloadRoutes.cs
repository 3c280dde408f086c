using NewsSite.Newsroom.Downloads;
using NewsSite.Newsroom.Redirects;
using NewsSite.Platform.Files;

namespace NewsSite.Web;

/// <summary>Hands out files to be saved. Never shown as pages of this site, whatever is in them.</summary>
public static class DownloadRoutes
{
    public static void MapDownloads(this WebApplication app) =>
        app.MapMethods("/downloads/{id:long}/{name?}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync).AllowAnonymous();

    private static async Task<IResult> AnswerAsync(long id, string? name, DownloadShelf shelf, FileStore files, HttpContext context, CancellationToken cancel)
    {
        if (await shelf.FindAsync(id, cancel) is not { } download)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        if (download.File.Length == 0)
            return Results.StatusCode(StatusCodes.Status410Gone);
        if (name != download.Name)
            return Results.Redirect(OwnPath.Download(id, download.Name), permanent: true);
        if (files.Find(download.File) is not { } path || DownloadType.Of(Path.GetExtension(download.File).TrimStart('.')) is not { } type)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.File(path, type.MediaType, download.Name, enableRangeProcessing: true);
    }
}
