using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Database;
using NewsSite.Platform.Secrets;
using NewsSite.Platform.Site;

namespace NewsSite.Accounts.SignIn;

/// <summary>From where somebody signs in.</summary>
public sealed record Origin(string Address, string Device);

/// <summary>Who a cookie stands for, read with every request: a changed role, an ended session, a deactivated user act at once.</summary>
public sealed record SignedIn
{
    public required long SessionId { get; init; }
    public required long UserId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required Role Role { get; init; }

    /// <summary>Whether the second factor was shown too.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Whether there is a second factor; without one nothing opens for the staff but the page that sets it up.</summary>
    public required bool HasSecondFactor { get; init; }

    /// <summary>Whether all that is asked of them was shown: of the staff both factors, of others the second where they have set one up.</summary>
    public bool IsIn => IsComplete && (HasSecondFactor || !Role.IsStaff());

    internal DateTimeOffset SeenAt { get; init; }
    internal DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Who is signed in where.</summary>
public sealed class Sessions(NewsDb db, PaperClock clock)
{
    /// <summary>Until the code is shown.</summary>
    private static readonly TimeSpan Half = TimeSpan.FromMinutes(15);

    /// <summary>Without a request.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromHours(24);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>So that reading a page is rarely a write.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private const int MaxDevice = 300;

    /// <summary>Starts a session; pending until the caller saves. Ended ones are swept on the way.</summary>
    /// <returns>The secret for the cookie.</returns>
    public async Task<string> StartAsync(User user, Origin origin, bool isComplete, CancellationToken cancel = default)
    {
        var now = clock.Now;
        await db.Set<Session>().Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        var secret = Secret.New();
        db.Add(new Session
        {
            UserId = user.Id,
            TokenHash = Secret.Hash(secret),
            IsComplete = isComplete,
            CreatedAt = now,
            SeenAt = now,
            ExpiresAt = now + (isComplete ? Idle : Half),
            Address = origin.Address,
            Device = origin.Device.Length > MaxDevice ? origin.Device[..MaxDevice] : origin.Device,
        });
        return secret;
    }

    /// <summary>Who the secret stands for now; null where it has ended.</summary>
    public async Task<SignedIn?> FindAsync(string secret, CancellationToken cancel = default)
    {
        var hash = Secret.Hash(secret);
        var now = clock.Now;
        var found = await (
            from session in db.Set<Session>()
            join user in db.Set<User>() on session.UserId equals user.Id
            where session.TokenHash == hash && session.ExpiresAt > now && user.DeactivatedAt == null
            select new SignedIn
            {
                SessionId = session.Id,
                UserId = user.Id,
                Name = user.Name,
                Email = user.Email!,
                Role = user.Role,
                IsComplete = session.IsComplete,
                HasSecondFactor = user.TotpSecret != null,
                SeenAt = session.SeenAt,
                CreatedAt = session.CreatedAt,
            }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is { IsComplete: true } && now - found.SeenAt >= SeenEvery)
            await SeenAsync(found, now, cancel);
        return found;
    }

    /// <summary>The browsers in which somebody is signed in, the last used first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(long user, CancellationToken cancel = default)
    {
        var now = clock.Now;
        return await db.Set<Session>().AsNoTracking()
            .Where(session => session.UserId == user && session.IsComplete && session.ExpiresAt > now)
            .OrderByDescending(session => session.SeenAt).ThenByDescending(session => session.Id).ToListAsync(cancel);
    }

    /// <summary>Ends one of a user's sessions, inside the caller's write.</summary>
    public async Task<bool> EndAsync(long user, long id, CancellationToken cancel = default) =>
        await db.Set<Session>().Where(session => session.UserId == user && session.Id == id).ExecuteDeleteAsync(cancel) > 0;

    /// <summary>Ends all of a user's sessions, inside the caller's write.</summary>
    /// <param name="but">The one that goes on.</param>
    public Task<int> EndAllAsync(long user, long? but = null, CancellationToken cancel = default) =>
        db.Set<Session>().Where(session => session.UserId == user && session.Id != but).ExecuteDeleteAsync(cancel);

    private async Task SeenAsync(SignedIn found, DateTimeOffset now, CancellationToken cancel)
    {
        var expires = now + Idle < found.CreatedAt + Longest ? now + Idle : found.CreatedAt + Longest;
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Set<Session>().Where(session => session.Id == found.SessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now).SetProperty(session => session.ExpiresAt, expires), cancel);
        await write.CommitAsync(cancel);
    }
}
