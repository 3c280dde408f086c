using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Mails;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Secrets;
using NewsSite.Platform.Site;

namespace NewsSite.Accounts.SignIn;

/// <summary>Choosing another password: knowing the old one, or by a link that comes by mail.</summary>
public sealed class Passwords(NewsDb db, PaperClock clock, Attempts attempts, IPasswordHasher<User> hasher, AuditTrail audit, StaffMail mail)
{
    /// <summary>Whether it is the user's password; asked again before anything that keeps others out or lets them in.</summary>
    public async Task<bool> IsRightAsync(User user, string password, CancellationToken cancel = default)
    {
        if (user.PasswordHash is not { } hash || !await attempts.BeginAsync(user, cancel))
            return false;
        if (hasher.VerifyHashedPassword(user, hash, password) == PasswordVerificationResult.Failed)
        {
            await attempts.FailedAsync(user, cancel);
            return false;
        }
        Attempts.GiveBack(user);
        await db.SaveAsync(cancel);
        return true;
    }

    /// <summary>Sets a new password and ends every other session.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="password">Already checked by <see cref="PasswordRules"/>.</param>
    /// <param name="session">The one that goes on.</param>
    public async Task ChangeAsync(User user, string password, long session, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        user.PasswordHash = hasher.HashPassword(user, password);
        await EndOthersAsync(user, session, cancel);
        audit.Note(new AuditNote { Verb = "change password", Kind = "user", Id = user.Id, Thing = user.Name });
        await write.CommitAsync(cancel);
    }

    /// <summary>Mails a link to somebody who forgot the password, where there is such an account; the answer to them must not tell whether there was anybody.</summary>
    public async Task ForgottenAsync(string email, CancellationToken cancel = default)
    {
        var normalised = User.Normalise(email);
        if (await db.Set<User>().SingleOrDefaultAsync(row => row.NormalizedEmail == normalised && row.DeactivatedAt == null, cancel) is not { } user)
            return;
        var now = clock.Now;
        var secret = Secret.New();
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Set<PasswordReset>().Where(reset => reset.UserId == user.Id || reset.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        db.Add(new PasswordReset { UserId = user.Id, TokenHash = Secret.Hash(secret), ExpiresAt = now + PasswordReset.Lifetime });
        await mail.NewPasswordAsync(user, secret);
        audit.Note(new AuditNote { Verb = "ask for a new password", Kind = "user", Id = user.Id, Thing = user.Name });
        await write.CommitAsync(cancel);
    }

    /// <summary>Whose link it is; null where it never was, was used or has ended.</summary>
    public async Task<User?> OfLinkAsync(string secret, CancellationToken cancel = default)
    {
        var hash = Secret.Hash(secret);
        var now = clock.Now;
        return await (
            from reset in db.Set<PasswordReset>()
            join user in db.Set<User>() on reset.UserId equals user.Id
            where reset.TokenHash == hash && reset.ExpiresAt > now && user.DeactivatedAt == null
            select user).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Sets the password by a link, which then works no more, and ends every session. The second factor stays.</summary>
    public async Task<bool> ResetAsync(string secret, string password, CancellationToken cancel = default)
    {
        if (await OfLinkAsync(secret, cancel) is not { } user)
            return false;
        var hash = hasher.HashPassword(user, password);
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<PasswordReset>().Where(reset => reset.UserId == user.Id).ExecuteDeleteAsync(cancel) == 0)
            return false;
        user.PasswordHash = hash;
        Attempts.Forget(user);
        await db.Set<Session>().Where(session => session.UserId == user.Id).ExecuteDeleteAsync(cancel);
        audit.By(user.Id, user.Name);
        audit.Note(new AuditNote { Verb = "reset password", Kind = "user", Id = user.Id, Thing = user.Name });
        await write.CommitAsync(cancel);
        return true;
    }

    private async Task EndOthersAsync(User user, long session, CancellationToken cancel)
    {
        await db.Set<Session>().Where(row => row.UserId == user.Id && row.Id != session).ExecuteDeleteAsync(cancel);
        await db.Set<PasswordReset>().Where(reset => reset.UserId == user.Id).ExecuteDeleteAsync(cancel);
    }
}
