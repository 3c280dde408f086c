using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Jobs.Employers;

/// <summary>What readers may ask of the employers.</summary>
public sealed class EmployerDirectory(NewsDb db)
{
    public Task<Employer?> FindAsync(string slug, CancellationToken cancel = default) =>
        db.Set<Employer>().AsNoTracking().SingleOrDefaultAsync(employer => employer.Slug == slug, cancel);
}
