using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Jobs.Employers;

/// <summary>What readers may ask of the employers.</summary>
public sealed class EmployerDirectory(NewsDb db)
{
    public Task<Employer?> FindAsync(string slug, CancellationToken cancel = default) =>
        db.Set<Employer>().AsNoTracking().SingleOrDefaultAsync(employer => employer.Slug == slug, cancel);

    public async Task<IReadOnlyList<EmployerName>> AllAsync(CancellationToken cancel = default) =>
        await db.Set<Employer>().Select(employer => new EmployerName(employer.Slug, employer.Name)).ToListAsync(cancel);
}

/// <summary>A company as a list of names needs it.</summary>
public sealed record EmployerName(string Slug, string Name);
