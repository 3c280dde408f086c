using System.Text;
using NewsSite.Platform.Caching;

namespace NewsSite.Web.Caching;

/// <summary>
/// The head of an answer that is too large to be kept: it is tagged with the generation that it is made from instead of its
/// content, so that nothing is held in memory and a client that has it is told so before anything is read.
/// </summary>
internal sealed class StreamedAnswer(Generation generation, LastModified modified)
{
    /// <returns>False: the headers are the whole answer (HEAD, or 304).</returns>
    public bool Begin(HttpContext context, string contentType)
    {
        var response = context.Response;
        var headers = response.GetTypedHeaders();
        var tag = EntityTag.Of(Encoding.UTF8.GetBytes($"{context.Request.Path} {generation.Current}"));
        headers.ETag = tag;
        headers.LastModified = modified.Header();
        response.Headers.CacheControl = EntityTag.Revalidate;
        var request = context.Request.GetTypedHeaders();
        if (request.IfNoneMatch is { Count: > 0 } known ? EntityTag.Holds(known, tag) : modified.IsUnchangedFor(context.Request.Headers.IfModifiedSince.ToString()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return false;
        }
        response.ContentType = contentType;
        return !HttpMethods.IsHead(context.Request.Method);
    }
}
