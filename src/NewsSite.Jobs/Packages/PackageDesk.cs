using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Packages;

/// <summary>What the desk may set of a package.</summary>
public sealed record PackageTerms
{
    public required LocalizedText Name { get; init; }
    public required LocalizedText Text { get; init; }
    public required Price Price { get; init; }
    public required bool IsPaidFirst { get; init; }
    public required bool IsOffered { get; init; }
}

/// <summary>What may be done with packages. What is ordered already keeps the price of its day.</summary>
public sealed class PackageDesk(NewsDb db, AuditTrail audit)
{
    public Task<Package?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Package>().AsNoTracking().SingleOrDefaultAsync(package => package.Id == id, cancel);

    /// <param name="id">Of a package that is there.</param>
    /// <param name="version">When the form was opened.</param>
    /// <param name="terms">The whole form; its price within the bounds of <see cref="Price"/>.</param>
    /// <param name="cancel">Ends with the request.</param>
    /// <returns>False: somebody else has changed it since.</returns>
    public async Task<bool> SaveAsync(long id, int version, PackageTerms terms, CancellationToken cancel = default)
    {
        if (terms.Price is not { Net: >= 0 and <= Price.MostNet, VatRate: >= 0 and <= Price.MostVatRate })
            throw new ArgumentOutOfRangeException(nameof(terms), terms.Price, "No price");
        await using var write = await db.BeginWriteAsync(cancel);
        var package = await db.Set<Package>().SingleAsync(package => package.Id == id, cancel);
        if (package.Version != version)
            return false;
        audit.Note(new AuditNote
        {
            Verb = "change package",
            Kind = Package.Noun,
            Id = id,
            Thing = package.Code,
            Details = new
            {
                before = new { package.Net, package.VatRate, package.IsPaidFirst, package.IsOffered },
                after = new { terms.Price.Net, terms.Price.VatRate, terms.IsPaidFirst, terms.IsOffered },
            },
        });
        (package.Name, package.Text, package.Net, package.VatRate) = (terms.Name, terms.Text, terms.Price.Net, terms.Price.VatRate);
        (package.IsPaidFirst, package.IsOffered, package.Version) = (terms.IsPaidFirst, terms.IsOffered, version + 1);
        db.Note(package);
        try
        {
            await write.CommitAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
