using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Secrets;

namespace NewsSite.Accounts.SignIn;

/// <summary>A session that was just opened.</summary>
/// <param name="Secret">For the cookie.</param>
/// <param name="User">Who came in.</param>
/// <param name="IsComplete">False: a code is still to come.</param>
public sealed record OpenedSession(string Secret, User User, bool IsComplete);

/// <summary>The way in: a password, then a code; or a passkey, which is both. Who is no staff and has no second factor needs none.</summary>
public sealed class SignInDesk(
    NewsDb db, Sessions sessions, Attempts attempts, IPasswordHasher<User> hasher, AuditTrail audit)
{
    private static readonly User Nobody = new("nobody@example.org", "Nobody", default, default);

    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<User>().HashPassword(Nobody, Secret.New()));

    /// <summary>
    /// Opens a session where address and password go together, half of one where a code is to come. Null for a wrong password, an unknown address, a locked and
    /// a deactivated account alike; it takes as long in each case.
    /// </summary>
    public async Task<OpenedSession?> WithPasswordAsync(string email, string password, Origin origin, CancellationToken cancel = default)
    {
        var normalised = User.Normalise(email);
        var user = await db.Set<User>().SingleOrDefaultAsync(row => row.NormalizedEmail == normalised, cancel);
        var isOpen = user is not null && await attempts.BeginAsync(user, cancel);
        var isRight = IsRight(user ?? Nobody, password);
        if (user is null || !isOpen)
            return null;
        if (!isRight)
        {
            await attempts.FailedAsync(user, cancel);
            return null;
        }
        Attempts.GiveBack(user);
        return await OpenAsync(user, "password", origin, cancel);
    }

    /// <summary>Opens a session for somebody who has shown one factor: a whole one where that is enough.</summary>
    /// <param name="how">For the trail: "password", "link".</param>
    public async Task<OpenedSession> OpenAsync(User user, string how, Origin origin, CancellationToken cancel = default)
    {
        if (!user.NeedsSecondFactor)
            return new OpenedSession(await CompleteAsync(user, half: null, how, origin, cancel), user, IsComplete: true);
        await using var write = await db.BeginWriteAsync(cancel);
        var secret = await sessions.StartAsync(user, origin, isComplete: false, cancel);
        await write.CommitAsync(cancel);
        return new OpenedSession(secret, user, IsComplete: false);
    }

    /// <summary>Makes a session whole, under a new secret: one that somebody planted before the sign-in is worth nothing after it.</summary>
    /// <param name="half">The session it grew from; null where a passkey was both factors at once.</param>
    /// <param name="how">For the trail: "code", "recovery code", "passkey", "password", "link".</param>
    public async Task<string> CompleteAsync(User user, long? half, string how, Origin origin, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (half is { } id)
            await sessions.EndAsync(user.Id, id, cancel);
        Attempts.Forget(user);
        var secret = await sessions.StartAsync(user, origin, isComplete: true, cancel);
        audit.By(user.Id, user.Name);
        audit.Note(new AuditNote { Verb = "sign in", Kind = "user", Id = user.Id, Thing = user.Name, Details = new { how } });
        await write.CommitAsync(cancel);
        return secret;
    }

    public async Task SignOutAsync(SignedIn who, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await sessions.EndAsync(who.UserId, who.SessionId, cancel);
        audit.Note(new AuditNote { Verb = "sign out", Kind = "user", Id = who.UserId, Thing = who.Name });
        await write.CommitAsync(cancel);
    }

    private bool IsRight(User user, string password)
    {
        var hash = user.PasswordHash ?? NobodysHash.Value;
        var result = hasher.VerifyHashedPassword(user, hash, password);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            user.PasswordHash = hasher.HashPassword(user, password);
        return result != PasswordVerificationResult.Failed && user.PasswordHash is not null;
    }
}
