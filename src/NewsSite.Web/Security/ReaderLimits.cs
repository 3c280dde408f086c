using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace NewsSite.Web.Security;

/// <summary>How often readers' scripts may ask; wide enough for an office behind one address.</summary>
public static class ReaderLimits
{
    /// <summary>Suggestions while somebody types.</summary>
    public const string Suggestions = nameof(Suggestions);

    /// <summary>What somebody opened.</summary>
    public const string Opened = nameof(Opened);

    /// <summary>What somebody types into the form of a job, and sends.</summary>
    public const string Posting = nameof(Posting);

    /// <summary>What somebody saw; a page sends it once or twice.</summary>
    public const string Seen = nameof(Seen);

    /// <summary>Asking for mails. Beside it stands a limit by mail address, which all nodes share.</summary>
    public const string SignUp = nameof(SignUp);

    public static void AddReaderLimits(this IServiceCollection services) => services.Configure<RateLimiterOptions>(options =>
    {
        options.AddPolicy(Suggestions, context => ByAddress(context, burst: 400, perSecond: 20));
        options.AddPolicy(Seen, context => ByAddress(context, burst: 120, perSecond: 4));
        options.AddPolicy(SignUp, context => HttpMethods.IsPost(context.Request.Method) ? ByAddress(context, burst: 20, perSecond: 1, every: 30) : RateLimitPartition.GetNoLimiter(""));
        options.AddPolicy(Opened, context => ByAddress(context, burst: 60, perSecond: 1));
        options.AddPolicy(Posting, context => HttpMethods.IsPost(context.Request.Method) ? ByAddress(context, burst: 120, perSecond: 2) : RateLimitPartition.GetNoLimiter(""));
    });

    private static RateLimitPartition<string> ByAddress(HttpContext context, int burst, int perSecond, int every = 1) =>
        RateLimitPartition.GetTokenBucketLimiter(ClientNetwork.Of(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(every),
        });
}
