using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Accounts.SignIn;

/// <summary>
/// Counts wrong passwords and codes, and locks an account for a while after too many. An attempt is counted before it is
/// checked and given back when it was right, so that many at once cannot slip past the count.
/// </summary>
public sealed class Attempts(NewsDb db, PaperClock clock, AuditTrail audit)
{
    public const int Allowed = 5;

    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    /// <summary>Counts one attempt; false where the account is locked or deactivated.</summary>
    public async Task<bool> BeginAsync(User user, CancellationToken cancel)
    {
        var now = clock.Now;
        DateTimeOffset? until = now + Lock;
        await using var write = await db.BeginWriteAsync(cancel);
        var counted = await db.Set<User>()
            .Where(row => row.Id == user.Id && row.DeactivatedAt == null && (row.LockoutEnd == null || row.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.LockoutEnd, row => row.AccessFailedCount + 1 >= Allowed ? until : null)
                .SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount + 1 >= Allowed ? 0 : row.AccessFailedCount + 1), cancel) > 0;
        await db.Entry(user).ReloadAsync(cancel);
        await write.CommitAsync(cancel);
        return counted;
    }

    /// <summary>The attempt was right: it does not count. Earlier ones still do, until the sign-in is complete. Pending until the caller saves.</summary>
    public static void GiveBack(User user)
    {
        user.AccessFailedCount = user.LockoutEnd is null ? Math.Max(0, user.AccessFailedCount - 1) : Allowed - 1;
        user.LockoutEnd = null;
    }

    /// <summary>The sign-in is complete: the count starts anew. Pending until the caller saves.</summary>
    public static void Forget(User user)
    {
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
    }

    /// <summary>The attempt was wrong. That it locked the account is worth a line in the trail; each wrong try is not.</summary>
    public async Task FailedAsync(User user, CancellationToken cancel)
    {
        if (!(user.LockoutEnd > clock.Now))
            return;
        audit.Note(new AuditNote { Verb = "lock", Kind = "user", Id = user.Id, Thing = user.Name, Details = new { until = user.LockoutEnd } });
        await db.SaveAsync(cancel);
    }
}
