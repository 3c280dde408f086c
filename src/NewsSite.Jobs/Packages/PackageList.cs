using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Payments;
using NewsSite.Platform.Database;

namespace NewsSite.Jobs.Packages;

/// <summary>What employers can choose.</summary>
public sealed class PackageList(NewsDb db)
{
    /// <summary>In the desk's order. What costs something is offered only where the desk has said to which account it is paid.</summary>
    public async Task<IReadOnlyList<Package>> OfferedAsync(CancellationToken cancel = default)
    {
        var hasAccount = await db.Set<PaymentTerms>().AnyAsync(terms => terms.Iban != "", cancel);
        return await db.Set<Package>().AsNoTracking().Where(package => package.IsOffered && (package.Net == 0 || hasAccount)).OrderBy(package => package.Position).ToListAsync(cancel);
    }

    /// <summary>What makes an open posting a Top job, for longer or for the first time.</summary>
    public async Task<IReadOnlyList<Package>> TopAsync(CancellationToken cancel = default) =>
        [.. (await OfferedAsync(cancel)).Where(package => package.TopDays > 0)];

    public async Task<IReadOnlyList<Package>> AllAsync(CancellationToken cancel = default) =>
        await db.Set<Package>().AsNoTracking().OrderBy(package => package.Position).ToListAsync(cancel);
}
