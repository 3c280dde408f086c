using System.Threading.RateLimiting;

namespace NewsSite.Web.Security;

/// <summary>
/// How often readers may send a form, by where they are and by the address that they give. Kept in each node's memory, and asked by the
/// page itself: whoever is refused sees the form again, with all that was typed.
/// </summary>
public sealed class SendingLimits : IDisposable
{
    /// <summary>Wide enough for a class that applies together from one school.</summary>
    private readonly PartitionedRateLimiter<string> _networks = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetTokenBucketLimiter(network, _ => new TokenBucketRateLimiterOptions { TokenLimit = 40, TokensPerPeriod = 10, ReplenishmentPeriod = TimeSpan.FromMinutes(1) }));

    private readonly PartitionedRateLimiter<string> _addresses = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address.ToLowerInvariant(), _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromHours(1) }));

    /// <summary>Whether one more form may come from there; asked before anything costs time.</summary>
    public bool Allows(HttpContext context) => Take(_networks, ClientNetwork.Of(context));

    /// <summary>Whether one more mail may be caused for that address.</summary>
    public bool AllowsAddress(string email) => Take(_addresses, email);

    public void Dispose()
    {
        _networks.Dispose();
        _addresses.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }
}
