using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Transfer.Imports;

/// <summary>
/// Which thing here stands for which thing of an imported paper, and in what state the import left it; so an import can be
/// run again: the fingerprint tells what changed there, the version what was changed here since.
/// </summary>
internal sealed class ImportedItem
{
    public long Id { get; private set; }

    /// <summary>Where it came from, such as the address of the old site.</summary>
    public required string Source { get; init; }

    /// <summary>What it is there, such as "post".</summary>
    public required string Kind { get; init; }

    /// <summary>Its id or slug there.</summary>
    public required string SourceId { get; init; }
    public required string TargetKind { get; set; }
    public required long TargetId { get; set; }

    /// <summary>SHA-256 of all that was read of it, in hexadecimal digits.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The version of the thing here after the import wrote it.</summary>
    public required int TargetVersion { get; set; }
}

internal sealed class ImportedItemTable : IEntityTypeConfiguration<ImportedItem>
{
    public void Configure(EntityTypeBuilder<ImportedItem> builder) => builder.ToTable("imported_items");
}
