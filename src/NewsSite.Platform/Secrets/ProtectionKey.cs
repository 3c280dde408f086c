using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Platform.Secrets;

/// <summary>A key of ASP.NET Core's Data Protection; in the database, so that every node reads what another has protected.</summary>
internal sealed class ProtectionKey
{
    public long Id { get; private set; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder) => builder.ToTable("protection_keys");
}
