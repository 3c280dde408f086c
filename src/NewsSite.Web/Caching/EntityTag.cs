using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace NewsSite.Web.Caching;

/// <summary>
/// Gives pages that are the same for everybody an ETag made from their content, and answers 304 where the client has it. The
/// tag is weak, because the compressed and the plain page share it.
/// </summary>
internal sealed class EntityTag(RequestDelegate next)
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
            Tag(context, page);
        // A status without a page is left alone: the error page is made further out, as long as nothing has been written.
        if (page.Length > 0 && context.Response.StatusCode != StatusCodes.Status304NotModified)
            await body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), context.RequestAborted);
    }

    private static void Tag(HttpContext context, MemoryStream page)
    {
        var hash = SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 10))}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        context.Response.Headers.CacheControl = Revalidate;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (IsKnown(context.Request.GetTypedHeaders(), tag, headers.LastModified))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.ContentLength = null;
        }
    }

    internal static bool IsKnown(RequestHeaders request, EntityTagHeaderValue tag, DateTimeOffset? modified)
    {
        if (request.IfNoneMatch is { Count: > 0 } known)
            return known.Any(other => other.Compare(tag, useStrongComparison: false) || other.Equals(EntityTagHeaderValue.Any));
        return request.IfModifiedSince is { } since && modified <= since;
    }
}
