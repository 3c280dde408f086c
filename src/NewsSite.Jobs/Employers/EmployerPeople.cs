using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Spam;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Secrets;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Employers;

/// <summary>Who comes to act for a company, and who stops. Who may decide that is settled before.</summary>
public sealed class EmployerPeople(NewsDb db, PaperClock clock, EmployerMails mails, AuditTrail audit)
{
    /// <summary>Invites somebody by mail; an earlier invitation to the same address ends.</summary>
    /// <param name="by">Who invites.</param>
    public async Task InviteAsync(EmployerMembership company, string email, EmployerRole role, (long Id, string Name) by, Language language, CancellationToken cancel = default)
    {
        var (secret, now) = (Secret.New(), clock.Now);
        var invitation = new EmployerInvitation
        {
            EmployerId = company.EmployerId,
            Email = email,
            Role = role,
            TokenHash = Secret.Hash(secret),
            InvitedBy = by.Id,
            CreatedAt = now,
            ExpiresAt = now + EmployerInvitation.Lifetime,
        };
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Set<EmployerInvitation>().Where(open => open.EmployerId == company.EmployerId && (open.Email == email || open.ExpiresAt <= now)).ExecuteDeleteAsync(cancel);
        db.Add(invitation);
        await mails.InvitedAsync(invitation, secret, company.Name, by.Name, language);
        Note("invite colleague", company.EmployerId, email, new { role });
        await write.CommitAsync(cancel);
    }

    public async Task<IReadOnlyList<EmployerInvitation>> InvitationsAsync(long employer, CancellationToken cancel = default)
    {
        var now = clock.Now;
        return await db.Set<EmployerInvitation>().AsNoTracking().Where(open => open.EmployerId == employer && open.ExpiresAt > now).OrderByDescending(open => open.Id).ToListAsync(cancel);
    }

    public async Task<bool> WithdrawAsync(long employer, long invitation, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var gone = await db.Set<EmployerInvitation>().Where(open => open.Id == invitation && open.EmployerId == employer).ExecuteDeleteAsync(cancel) > 0;
        await write.CommitAsync(cancel);
        return gone;
    }

    /// <summary>The invitation of a link with its company's name; null where it never was, was used, withdrawn or has ended.</summary>
    public async Task<(EmployerInvitation Invitation, string Company)?> OfLinkAsync(string secret, CancellationToken cancel = default)
    {
        var (hash, now) = (Secret.Hash(secret), clock.Now);
        var found = await (
            from invitation in db.Set<EmployerInvitation>().AsNoTracking()
            join employer in db.Set<Employer>() on invitation.EmployerId equals employer.Id
            where invitation.TokenHash == hash && invitation.ExpiresAt > now
            select new { invitation, employer.Name }).SingleOrDefaultAsync(cancel);
        return found is null ? null : (found.invitation, found.Name);
    }

    /// <summary>Uses an invitation up, inside the caller's write.</summary>
    /// <returns>False: somebody was quicker.</returns>
    public async Task<bool> AcceptAsync(EmployerInvitation invitation, long user, CancellationToken cancel = default)
    {
        if (await db.Set<EmployerInvitation>().Where(open => open.Id == invitation.Id).ExecuteDeleteAsync(cancel) == 0)
            return false;
        await JoinAsync(invitation.EmployerId, user, invitation.Role, cancel);
        return true;
    }

    /// <summary>The companies whose people have addresses of that domain, and for which the user does not act yet.</summary>
    public async Task<IReadOnlyList<Employer>> OpenToAsync(long user, string email, CancellationToken cancel = default)
    {
        var domain = MailDomains.Of(email);
        return MailDomains.IsCompanys(domain)
            ? await db.Set<Employer>().AsNoTracking().Where(employer => employer.MailDomain == domain && !db.Set<EmployerMember>().Any(member => member.EmployerId == employer.Id && member.UserId == user))
                .OrderBy(employer => employer.Name).Take(20).ToListAsync(cancel)
            : [];
    }

    /// <summary>Asks the owners of a company of one's own domain to let one in; asked twice, it is asked once.</summary>
    /// <returns>False: that company is not open to the address.</returns>
    public async Task<bool> AskAsync(long employer, (long Id, string Name, string Email) who, CancellationToken cancel = default)
    {
        if ((await OpenToAsync(who.Id, who.Email, cancel)).FirstOrDefault(open => open.Id == employer) is not { } company)
            return false;
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<EmployerRequest>().AnyAsync(request => request.EmployerId == employer && request.UserId == who.Id, cancel))
            return true;
        db.Add(new EmployerRequest { EmployerId = employer, UserId = who.Id, At = clock.Now });
        foreach (var owner in await db.Set<EmployerMember>().Where(member => member.EmployerId == employer && member.Role == EmployerRole.Owner).Select(member => member.UserId).ToListAsync(cancel))
            await mails.AskedAsync(owner, employer, company.Name, $"{who.Name} ({who.Email})", cancel);
        Note("ask to join", employer, company.Name);
        await write.CommitAsync(cancel);
        return true;
    }

    public async Task<IReadOnlyList<EmployerRequest>> RequestsAsync(long employer, CancellationToken cancel = default) =>
        await db.Set<EmployerRequest>().AsNoTracking().Where(request => request.EmployerId == employer).OrderBy(request => request.Id).ToListAsync(cancel);

    public async Task<bool> AnswerAsync(EmployerMembership company, long request, bool letsIn, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<EmployerRequest>().SingleOrDefaultAsync(open => open.Id == request && open.EmployerId == company.EmployerId, cancel) is not { } asked)
            return false;
        db.Remove(asked);
        if (letsIn)
        {
            await JoinAsync(company.EmployerId, asked.UserId, EmployerRole.Recruiter, cancel);
            await mails.JoinedAsync(asked.UserId, company.EmployerId, company.Name, cancel);
        }
        await write.CommitAsync(cancel);
        return true;
    }

    /// <returns>False: the company would be left without an owner, or they do not act for it.</returns>
    public Task<bool> ChangeRoleAsync(long employer, long member, EmployerRole role, CancellationToken cancel = default) =>
        ChangeAsync(employer, member, role == EmployerRole.Owner, found => found.Role = role, "change colleague's role", cancel);

    /// <inheritdoc cref="ChangeRoleAsync"/>
    public Task<bool> RemoveAsync(long employer, long member, CancellationToken cancel = default) =>
        ChangeAsync(employer, member, staysOwner: false, found => db.Remove(found), "remove colleague", cancel);

    private async Task<bool> ChangeAsync(long employer, long member, bool staysOwner, Action<EmployerMember> change, string verb, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // All of them are held, so that two owners who remove each other at once do not both succeed.
        var members = await db.Set<EmployerMember>().Where(row => row.EmployerId == employer).OrderBy(row => row.Id).WaitingForLocked().ToListAsync(cancel);
        if (members.Find(row => row.Id == member) is not { } found || (!staysOwner && members.TrueForAll(row => row.Id == member || row.Role != EmployerRole.Owner)))
            return false;
        change(found);
        Note(verb, employer, "", new { user = found.UserId, role = found.Role });
        await write.CommitAsync(cancel);
        return true;
    }

    private async Task JoinAsync(long employer, long user, EmployerRole role, CancellationToken cancel)
    {
        if (!await db.Set<EmployerMember>().AnyAsync(member => member.EmployerId == employer && member.UserId == user, cancel))
            db.Add(new EmployerMember { EmployerId = employer, UserId = user, Role = role, JoinedAt = clock.Now });
        Note("join company", employer, "", new { user, role });
    }

    private void Note(string verb, long employer, string thing, object? details = null) =>
        audit.Note(new AuditNote { Verb = verb, Kind = "employer", Id = employer, Thing = thing, Details = details });
}
