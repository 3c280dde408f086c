using System.IO.Hashing;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace NewsSite.Web.Caching;

/// <summary>
/// Gives pages that are the same for everybody an ETag made from their content, and answers 304 where the client has it. The
/// tag is weak, because the compressed and the plain page share it.
/// </summary>
internal sealed class EntityTag(RequestDelegate next, LastModified modified)
{
    internal const string Revalidate = "public, max-age=0, must-revalidate";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<KeptForEverybodyAttribute>() is null)
        {
            await next(context);
            return;
        }
        var page = PageBuffers.Pool.Get();
        try
        {
            await SendAsync(context, page);
        }
        finally
        {
            PageBuffers.Pool.Return(page);
        }
    }

    private async Task SendAsync(HttpContext context, MemoryStream page)
    {
        var body = context.Response.Body;
        // Asked before the page is made: what changes meanwhile makes it older than it says, never newer.
        var since = modified.Header();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        if (context.Response.StatusCode == StatusCodes.Status200OK)
            Tag(context, page, since);
        if (context.Response.StatusCode == StatusCodes.Status200OK)
            context.Response.ContentLength = page.Length; // Else it would leave in chunks. Compression takes it off again.
        // A status without a page is left alone: the error page is made further out, as long as nothing has been written.
        if (page.Length > 0 && context.Response.StatusCode != StatusCodes.Status304NotModified)
            await body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), context.RequestAborted);
    }

    private static void Tag(HttpContext context, MemoryStream page, DateTimeOffset since)
    {
        var tag = Of(page.GetBuffer().AsSpan(0, (int)page.Length));
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = since;
        context.Response.Headers.CacheControl = Revalidate;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (IsKnown(context.Request.GetTypedHeaders(), tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.ContentLength = null;
        }
    }

    /// <summary>The hash tells pages of one address apart; it keeps no secret, so a quick one does.</summary>
    internal static EntityTagHeaderValue Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[16];
        XxHash128.Hash(content, hash);
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash)}\"", isWeak: true);
    }

    /// <summary>An If-Modified-Since that is still there at this point says what is so: see <see cref="LastModified"/>.</summary>
    private static bool IsKnown(RequestHeaders request, EntityTagHeaderValue tag) =>
        request.IfNoneMatch is { Count: > 0 } known ? Holds(known, tag) : request.IfModifiedSince is not null;

    internal static bool Holds(IList<EntityTagHeaderValue> known, EntityTagHeaderValue tag) =>
        known.Any(other => other.Compare(tag, useStrongComparison: false) || other.Equals(EntityTagHeaderValue.Any));
}
