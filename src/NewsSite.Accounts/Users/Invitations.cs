using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Mails;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.SignIn;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Secrets;
using NewsSite.Platform.Site;

namespace NewsSite.Accounts.Users;

/// <summary>What somebody who accepts an invitation says.</summary>
public sealed record Acceptance
{
    public required string Name { get; init; }

    /// <summary>Already checked by <see cref="PasswordRules"/>.</summary>
    public required string Password { get; init; }

    /// <summary>Counts where the invitation names none: for the first administrator.</summary>
    public string Email { get; init; } = "";
    public required Language Language { get; init; }
}

/// <summary>How staff come in: somebody invites them, a link opens the door once.</summary>
public sealed class Invitations(NewsDb db, PaperClock clock, StaffMail mail, IPasswordHasher<User> hasher, AuditTrail audit)
{
    public Task<bool> HasAccountAsync(string email, CancellationToken cancel = default)
    {
        var normalised = User.Normalise(email);
        return db.Set<User>().AnyAsync(user => user.NormalizedEmail == normalised, cancel);
    }

    /// <summary>Invites somebody; an earlier invitation to the same address ends.</summary>
    /// <returns>The link, which is shown and mailed.</returns>
    public async Task<string> InviteAsync(string email, Role role, Language language, CancellationToken cancel = default)
    {
        var (address, normalised) = (email.Trim(), User.Normalise(email));
        var (invitation, link) = Make(address, role, language);
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Set<Invitation>().Where(open => open.NormalizedEmail == normalised && open.AcceptedAt == null).ExecuteDeleteAsync(cancel);
        db.Add(invitation);
        await mail.InviteAsync(invitation, link);
        audit.Note(new AuditNote { Verb = "invite", Kind = "invitation", Thing = address, Details = new { role } });
        await write.CommitAsync(cancel);
        return link;
    }

    /// <summary>
    /// A link for the first administrator, while nobody can sign in; null as soon as somebody can. Earlier ones keep working
    /// until one is accepted: several nodes may start at once.
    /// </summary>
    public async Task<string?> ForFirstAdministratorAsync(CancellationToken cancel = default)
    {
        if (await db.Set<User>().AnyAsync(cancel))
            return null;
        var (invitation, link) = Make("", Role.Administrator, Language.Default);
        db.Add(invitation);
        await db.SaveAsync(cancel);
        return link;
    }

    /// <summary>The invitation of a link; null where it never was, was accepted, replaced or has ended.</summary>
    public async Task<Invitation?> FindAsync(string secret, CancellationToken cancel = default)
    {
        var hash = Secret.Hash(secret);
        var now = clock.Now;
        var invitation = await db.Set<Invitation>().AsNoTracking()
            .SingleOrDefaultAsync(open => open.TokenHash == hash && open.AcceptedAt == null && open.ExpiresAt > now, cancel);
        var isTooLate = invitation is { IsForFirstAdministrator: true } && await db.Set<User>().AnyAsync(cancel);
        return isTooLate ? null : invitation;
    }

    /// <summary>The invitations that are still open, the newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> OpenAsync(CancellationToken cancel = default)
    {
        var now = clock.Now;
        return await db.Set<Invitation>().AsNoTracking().Where(open => open.Email != "" && open.AcceptedAt == null && open.ExpiresAt > now)
            .OrderByDescending(open => open.Id).ToListAsync(cancel);
    }

    public async Task<bool> WithdrawAsync(Invitation invitation, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var withdrawn = await db.Set<Invitation>().Where(open => open.Id == invitation.Id && open.AcceptedAt == null).ExecuteDeleteAsync(cancel) > 0;
        if (withdrawn)
            audit.Note(new AuditNote { Verb = "withdraw invitation", Kind = "invitation", Id = invitation.Id, Thing = invitation.Email });
        await write.CommitAsync(cancel);
        return withdrawn;
    }

    /// <summary>Makes the account; null where the link has just stopped working or the address has an account by now.</summary>
    public async Task<User?> AcceptAsync(string secret, Acceptance acceptance, CancellationToken cancel = default)
    {
        if (await FindAsync(secret, cancel) is not { } invitation)
            return null;
        var now = clock.Now;
        var user = new User(invitation.IsForFirstAdministrator ? acceptance.Email.Trim() : invitation.Email, acceptance.Name.Trim(), invitation.Role, now)
        {
            Language = acceptance.Language.Code,
        };
        user.PasswordHash = hasher.HashPassword(user, acceptance.Password);
        await using var write = await db.BeginWriteAsync(cancel);
        var taken = await db.Set<Invitation>().Where(open => open.Id == invitation.Id && open.AcceptedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(open => open.AcceptedAt, now), cancel);
        if (taken == 0 || await HasAccountAsync(user.Email!, cancel))
            return null;
        db.Add(user);
        await db.SaveChangesAsync(cancel);
        audit.By(user.Id, user.Name);
        audit.Note(new AuditNote { Verb = "accept invitation", Kind = "user", Id = user.Id, Thing = user.Name, Details = new { user.Email, user.Role } });
        await write.CommitAsync(cancel);
        return user;
    }

    private (Invitation Invitation, string Link) Make(string email, Role role, Language language)
    {
        var secret = Secret.New();
        var now = clock.Now;
        var invitation = new Invitation
        {
            Email = email,
            NormalizedEmail = User.Normalise(email),
            Role = role,
            Language = language.Code,
            TokenHash = Secret.Hash(secret),
            CreatedAt = now,
            ExpiresAt = now + Invitation.Lifetime,
        };
        return (invitation, mail.InvitationLink(secret, language));
    }
}
