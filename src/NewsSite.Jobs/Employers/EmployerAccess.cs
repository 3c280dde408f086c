using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Jobs.Employers;

/// <summary>A company that somebody may act for, and how far.</summary>
public sealed record EmployerMembership
{
    public required long EmployerId { get; init; }
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public required EmployerRole Role { get; init; }

    public bool IsOwner => Role == EmployerRole.Owner;
}

/// <summary>Which companies somebody may act for. Asked with every request: who has left may nothing from then on.</summary>
public sealed class EmployerAccess(NewsDb db)
{
    /// <summary>Those of a user, by name.</summary>
    public async Task<IReadOnlyList<EmployerMembership>> OfAsync(long userId, CancellationToken cancel = default) =>
        await Memberships(userId).OrderBy(membership => membership.Name).ThenBy(membership => membership.EmployerId).ToListAsync(cancel);

    /// <summary>Null: the user may not act for that company, or there is none.</summary>
    public Task<EmployerMembership?> FindAsync(long userId, long employerId, CancellationToken cancel = default) =>
        Memberships(userId).SingleOrDefaultAsync(membership => membership.EmployerId == employerId, cancel);

    /// <summary>Who acts for a company, those who have been there longest first.</summary>
    public async Task<IReadOnlyList<EmployerMember>> MembersAsync(long employerId, CancellationToken cancel = default) =>
        await db.Set<EmployerMember>().AsNoTracking().Where(member => member.EmployerId == employerId).OrderBy(member => member.Id).ToListAsync(cancel);

    private IQueryable<EmployerMembership> Memberships(long userId) =>
        from member in db.Set<EmployerMember>()
        join employer in db.Set<Employer>() on member.EmployerId equals employer.Id
        where member.UserId == userId
        select new EmployerMembership { EmployerId = employer.Id, Name = employer.Name, Slug = employer.Slug, Role = member.Role };
}
