using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Site;
using NewsSite.Web.Languages;

namespace NewsSite.Web.Caching;

/// <summary>
/// Says that a page is the same for everybody and may be kept, and which keys of the query it reads; all others are ignored.
/// Without it nothing is kept.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptForEverybodyAttribute(params string[] queryKeys) : Attribute
{
    public IReadOnlyList<string> QueryKeys { get; } = queryKeys;

    /// <summary>Other keys are not ignored: with one of them it is a page of its own, which is made but not kept.</summary>
    public bool IsPlainOnly { get; init; }
}

/// <summary>
/// What is kept under which key: language, path, the declared query keys, the encoding and the generation (see
/// <see cref="Generation"/>), which is read before the page is made: a page made before a change can never be served after it.
/// </summary>
internal sealed class ReaderPagePolicy(Generation generation, IOptions<SiteSettings> settings) : IOutputCachePolicy
{
    /// <summary>A longer value of a query key is nothing that our own links carry; such pages are made but not kept.</summary>
    private const int MaxValue = 100;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly bool _keepsPages = settings.Value.PageCache;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var kept = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<KeptForEverybodyAttribute>();
        var allowed = _keepsPages && kept is not null
            && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && (!kept.IsPlainOnly || request.Query.Keys.All(kept.QueryKeys.Contains))
            && kept.QueryKeys.All(key => request.Query[key] is { Count: <= 1 } value && (value.Count == 0 || value[0]!.Length <= MaxValue));
        context.EnableOutputCaching = allowed;
        context.AllowCacheLookup = allowed;
        context.AllowCacheStorage = allowed;
        context.AllowLocking = allowed;
        context.ResponseExpirationTimeSpan = Lifetime;
        if (!allowed)
            return ValueTask.CompletedTask;

        context.CacheVaryByRules.QueryKeys = new StringValues([.. kept!.QueryKeys]);
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.CacheKeyPrefix = string.Concat(
            generation.Current, " ", context.HttpContext.Language().Code, " ", request.Headers.AcceptEncoding.ToString());
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
