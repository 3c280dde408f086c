using System.Globalization;
using System.Threading.RateLimiting;
using NewsSite.Accounts.Users;

namespace NewsSite.Web.Security;

/// <summary>
/// How often one address may knock, and how often for one account. Kept in each node's memory: the lock of an account, which
/// all nodes share, is in the database.
/// </summary>
public sealed class AccountLimits : IDisposable
{
    /// <summary>Passwords and codes: an office behind one address signs in at nine.</summary>
    public const string SignIn = nameof(SignIn);

    /// <summary>Links from mails, and asking for them.</summary>
    public const string Link = nameof(Link);

    private readonly PartitionedRateLimiter<string> _mails = PartitionedRateLimiter.Create<string, string>(email =>
        RateLimitPartition.GetFixedWindowLimiter(User.Normalise(email), _ => new FixedWindowRateLimiterOptions { PermitLimit = 3, Window = TimeSpan.FromHours(1) }));

    private readonly PartitionedRateLimiter<string> _passwords = PartitionedRateLimiter.Create<string, string>(email =>
        RateLimitPartition.GetFixedWindowLimiter(User.Normalise(email), _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(10) }));

    /// <summary>Whether one more mail may go to that address now.</summary>
    public bool AllowsMail(string email) => Take(_mails, email);

    /// <summary>Whether one more password may be tried for that account now, whether it exists or not.</summary>
    public bool AllowsPassword(string email) => Take(_passwords, email);

    public void Dispose()
    {
        _mails.Dispose();
        _passwords.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string email)
    {
        using var lease = limiter.AttemptAcquire(email);
        return lease.IsAcquired;
    }
}

internal static class AccountLimitsRegistration
{
    public static void AddAccountLimits(this IServiceCollection services)
    {
        services.AddSingleton<AccountLimits>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(AccountLimits.SignIn, context => ByAddress(context, burst: 60, perMinute: 20));
            options.AddPolicy(AccountLimits.Link, context => ByAddress(context, burst: 30, perMinute: 10));
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>Only what is sent counts; looking at a form does not.</summary>
    private static RateLimitPartition<string> ByAddress(HttpContext context, int burst, int perMinute) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(ClientNetwork.Of(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = perMinute,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter("");
}
