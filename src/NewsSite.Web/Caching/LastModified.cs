using Microsoft.Net.Http.Headers;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Site;

namespace NewsSite.Web.Caching;

/// <summary>
/// The Last-Modified of pages that are the same for everybody. Headlines, jobs and lists stand on them too, and what is taken back
/// makes nothing newer, so the time at which an article was changed says nothing about its page: what counts is since when the
/// generation has stood.
/// </summary>
internal sealed class LastModified(Generation generation, PaperClock clock)
{
    /// <summary>For the header, in whole seconds and never later than now: as old as the generation, or a second older while it is that young.</summary>
    public DateTimeOffset Header()
    {
        var (since, now) = (generation.Since.ToUnixTimeMilliseconds(), clock.Now.ToUnixTimeMilliseconds());
        return DateTimeOffset.FromUnixTimeSeconds(Math.Min((since + 999) / 1000, now / 1000));
    }

    /// <summary>
    /// For what comes before the page cache, which compares times by itself: If-Modified-Since counts only for clients who got their
    /// page in this generation, to the fraction of a second.
    /// </summary>
    public Task ForgetEarlier(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        if (headers.IfModifiedSince.Count > 0 && context.GetEndpoint()?.Metadata.GetMetadata<KeptForEverybodyAttribute>() is not null && !IsUnchangedFor(headers.IfModifiedSince.ToString()))
            headers.IfModifiedSince = default;
        return next(context);
    }

    public bool IsUnchangedFor(string date) => HeaderUtilities.TryParseDate(date, out var since) && generation.Since <= since;
}
