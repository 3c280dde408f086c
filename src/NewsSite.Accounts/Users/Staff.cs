using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.SignIn;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Accounts.Users;

/// <summary>One of the staff in the list of people.</summary>
public sealed record StaffCard
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required Role Role { get; init; }
    public required bool IsActive { get; init; }
    public required bool HasSecondFactor { get; init; }
    public required int Sessions { get; init; }
    public required DateTimeOffset? SeenAt { get; init; }
}

/// <summary>The people who can sign in, and what those above them may change. All of it acts with the next request of the other.</summary>
public sealed class Staff(NewsDb db, PaperClock clock, Sessions sessions, AuditTrail audit)
{
    /// <summary>Anybody who can sign in, or could, of the staff or not.</summary>
    public Task<User?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<User>().SingleOrDefaultAsync(user => user.Id == id, cancel);

    /// <summary>People by number, of the staff or not.</summary>
    public async Task<IReadOnlyDictionary<long, User>> OfAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default) =>
        await db.Set<User>().AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, cancel);

    /// <summary>Everybody of the staff, who is active first.</summary>
    public async Task<IReadOnlyList<StaffCard>> AllAsync(CancellationToken cancel = default)
    {
        var now = clock.Now;
        return await db.Set<User>().Where(user => user.Role != Role.Employer).OrderBy(user => user.DeactivatedAt != null).ThenBy(user => user.Name).ThenBy(user => user.Id).Select(user => new StaffCard
        {
            Id = user.Id,
            Name = user.Name,
            Email = user.Email!,
            Role = user.Role,
            IsActive = user.DeactivatedAt == null,
            HasSecondFactor = user.TotpSecret != null,
            Sessions = db.Set<Session>().Count(session => session.UserId == user.Id && session.IsComplete && session.ExpiresAt > now),
            SeenAt = db.Set<Session>().Where(session => session.UserId == user.Id && session.IsComplete).Max(session => (DateTimeOffset?)session.SeenAt),
        }).ToListAsync(cancel);
    }

    /// <returns>False where the paper would be left without an administrator.</returns>
    public async Task<bool> ChangeRoleAsync(User user, Role role, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await IsLastAdministratorAsync(user, cancel))
            return role == Role.Administrator;
        audit.Note(new AuditNote { Verb = "change role", Kind = "user", Id = user.Id, Thing = user.Name, Details = new { before = user.Role, after = role } });
        user.Role = role;
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>Ends every session and lets nobody in by this account, until it is activated again.</summary>
    /// <returns>False where the paper would be left without an administrator.</returns>
    public async Task<bool> DeactivateAsync(User user, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await IsLastAdministratorAsync(user, cancel))
            return false;
        user.DeactivatedAt = clock.Now;
        await sessions.EndAllAsync(user.Id, cancel: cancel);
        await db.Set<PasswordReset>().Where(reset => reset.UserId == user.Id).ExecuteDeleteAsync(cancel);
        Note("deactivate", user);
        await write.CommitAsync(cancel);
        return true;
    }

    public async Task ActivateAsync(User user, CancellationToken cancel = default)
    {
        user.DeactivatedAt = null;
        Note("activate", user);
        await db.SaveAsync(cancel);
    }

    public async Task EndSessionsAsync(User user, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await sessions.EndAllAsync(user.Id, cancel: cancel);
        Note("end sessions", user);
        await write.CommitAsync(cancel);
    }

    /// <summary>For somebody whose phone and recovery codes are lost: they set up a new second factor when they next sign in.</summary>
    public async Task ResetSecondFactorAsync(User user, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        user.TotpSecret = null;
        await db.Set<RecoveryCode>().Where(code => code.UserId == user.Id).ExecuteDeleteAsync(cancel);
        await sessions.EndAllAsync(user.Id, cancel: cancel);
        Note("reset second factor", user);
        await write.CommitAsync(cancel);
    }

    /// <summary>Holds all administrators until the transaction ends: two who demote each other at once must not both succeed.</summary>
    private async Task<bool> IsLastAdministratorAsync(User user, CancellationToken cancel)
    {
        if (user.Role != Role.Administrator)
            return false;
        var administrators = await db.Set<User>().Where(other => other.Role == Role.Administrator && other.DeactivatedAt == null)
            .OrderBy(other => other.Id).Select(other => other.Id).WaitingForLocked().ToListAsync(cancel);
        return administrators.TrueForAll(id => id == user.Id);
    }

    private void Note(string verb, User user) => audit.Note(new AuditNote { Verb = verb, Kind = "user", Id = user.Id, Thing = user.Name });
}
