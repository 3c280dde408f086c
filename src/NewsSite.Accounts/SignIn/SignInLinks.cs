using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Mails;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Secrets;
using NewsSite.Platform.Site;

namespace NewsSite.Accounts.SignIn;

/// <summary>Signing in by a link that comes by mail, for people who are no staff: whoever reads the mailbox is the one.</summary>
public sealed class SignInLinks(NewsDb db, PaperClock clock, StaffMail mail, AuditTrail audit)
{
    /// <summary>Mails a link where the address has an account that may come in so; the answer must not tell whether it has.</summary>
    /// <param name="onward">A path of ours; empty: nowhere in particular.</param>
    public async Task SendAsync(string email, string onward, CancellationToken cancel = default)
    {
        var normalised = User.Normalise(email);
        if (await db.Set<User>().SingleOrDefaultAsync(row => row.NormalizedEmail == normalised && row.DeactivatedAt == null && row.Role == Role.Employer, cancel) is not { } user)
            return;
        var now = clock.Now;
        var secret = Secret.New();
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Set<SignInLink>().Where(link => link.UserId == user.Id || link.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        db.Add(new SignInLink { UserId = user.Id, TokenHash = Secret.Hash(secret), Onward = onward, ExpiresAt = now + SignInLink.Lifetime });
        await mail.SignInLinkAsync(user, secret);
        audit.Note(new AuditNote { Verb = "ask for a sign-in link", Kind = "user", Id = user.Id, Thing = user.Name });
        await write.CommitAsync(cancel);
    }

    /// <summary>Whose link it is; null where it never was, was used or has ended.</summary>
    public async Task<User?> OfLinkAsync(string secret, CancellationToken cancel = default)
    {
        var hash = Secret.Hash(secret);
        var now = clock.Now;
        return await (
            from link in db.Set<SignInLink>()
            join user in db.Set<User>() on link.UserId equals user.Id
            where link.TokenHash == hash && link.ExpiresAt > now && user.DeactivatedAt == null && user.Role == Role.Employer
            select user).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Uses the link up.</summary>
    /// <returns>Where they wanted to go; null: it was used in the same moment.</returns>
    public async Task<string?> UseAsync(string secret, CancellationToken cancel = default)
    {
        var hash = Secret.Hash(secret);
        await using var write = await db.BeginWriteAsync(cancel);
        var onward = await db.Set<SignInLink>().Where(link => link.TokenHash == hash).Select(link => link.Onward).SingleOrDefaultAsync(cancel);
        var used = await db.Set<SignInLink>().Where(link => link.TokenHash == hash).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
        return used > 0 ? onward : null;
    }
}
