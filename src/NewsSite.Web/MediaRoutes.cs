using Microsoft.Net.Http.Headers;
using NewsSite.Platform.Files;

namespace NewsSite.Web;

/// <summary>Serves kept files. Their names are made from their content, so they may be cached for ever.</summary>
public static class MediaRoutes
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".webp"] = "image/webp",
        [".jpg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
    };

    /// <summary>The media type of a kept file; empty for a kind that is not served.</summary>
    public static string TypeOf(string file) => Types.GetValueOrDefault(Path.GetExtension(file), "");

    public static void MapMedia(this WebApplication app) =>
        app.MapMethods("/media/{name}", [HttpMethods.Get, HttpMethods.Head], (string name, FileStore files, HttpContext context) =>
        {
            if (files.Find(name) is not { } path || TypeOf(path) is not { Length: > 0 } type)
                return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.File(path, type, entityTag: new EntityTagHeaderValue($"\"{name[..32]}\""), enableRangeProcessing: true);
        }).AllowAnonymous();
}
