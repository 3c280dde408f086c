using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Platform.Database;

/// <summary>A row of the change log: which thing changed; its id is the order in which changes were committed.</summary>
public sealed class Change
{
    public long Id { get; init; }
    public required string Kind { get; init; }
    public required long EntityId { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class ChangeTable : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("changes");
        builder.HasKey(change => change.Id);
        builder.Property(change => change.Kind).HasMaxLength(40);
    }
}
