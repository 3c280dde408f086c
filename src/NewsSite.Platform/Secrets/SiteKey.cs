using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Platform.Database;

namespace NewsSite.Platform.Secrets;

/// <summary>
/// The site's own key, made once and the same on every node: signs links that live long, so that nothing has to be kept for each.
/// Data Protection's keys change every 90 days and are for what lives shorter.
/// </summary>
public sealed class SiteKey(IServiceScopeFactory scopes)
{
    private const int Bytes = 32;

    private volatile byte[]? _key;

    /// <summary>To be asked before a write begins: the first time of all it writes by itself.</summary>
    /// <param name="purpose">Signatures for one purpose are none for another.</param>
    /// <param name="content">What is signed.</param>
    /// <param name="cancel">Ends with the request.</param>
    /// <returns>32 bytes.</returns>
    public async ValueTask<byte[]> SignAsync(string purpose, ReadOnlyMemory<byte> content, CancellationToken cancel = default)
    {
        var key = _key ??= await FindAsync(cancel);
        // A key of its own for each purpose, so that no text can be taken for another's.
        return HMACSHA256.HashData(HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(purpose)), content.Span);
    }

    private async Task<byte[]> FindAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        if (await ReadAsync(db, cancel) is { } known)
            return known;
        try
        {
            db.Add(new SiteKeyRow { Id = SiteKeyRow.Only, Value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)) });
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsTaken())
        {
            // Another node was first.
            db.ChangeTracker.Clear();
        }
        return (await ReadAsync(db, cancel))!;
    }

    private static async Task<byte[]?> ReadAsync(NewsDb db, CancellationToken cancel) =>
        await db.Set<SiteKeyRow>().AsNoTracking().Where(row => row.Id == SiteKeyRow.Only).Select(row => row.Value).SingleOrDefaultAsync(cancel) is { } value
            ? Convert.FromBase64String(value)
            : null;
}

internal sealed class SiteKeyRow
{
    public const long Only = 1;

    public required long Id { get; init; }
    public required string Value { get; init; }
}

internal sealed class SiteKeyTable : IEntityTypeConfiguration<SiteKeyRow>
{
    public void Configure(EntityTypeBuilder<SiteKeyRow> builder)
    {
        builder.ToTable("site_key");
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
