using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace NewsSite.Web.Caching;

/// <summary>
/// The head of an answer that is too large to be kept: it is tagged with the state that it is made from instead of its
/// content, so that nothing is held in memory and a client that has it is told so before anything is read.
/// </summary>
internal static class StreamedAnswer
{
    /// <param name="state">A text that is another one whenever the content may be.</param>
    /// <returns>False: the headers are the whole answer (HEAD, or 304).</returns>
    public static bool Begin(HttpContext context, string contentType, string state, DateTimeOffset? modifiedAt)
    {
        var response = context.Response;
        var headers = response.GetTypedHeaders();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{context.Request.Path} {state}"));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 10))}\"", isWeak: true);
        headers.ETag = tag;
        headers.LastModified = modifiedAt;
        response.Headers.CacheControl = EntityTag.Revalidate;
        if (EntityTag.IsKnown(context.Request.GetTypedHeaders(), tag, headers.LastModified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return false;
        }
        response.ContentType = contentType;
        return !HttpMethods.IsHead(context.Request.Method);
    }
}
