using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Downloads;

/// <summary>A file that readers save rather than look at, such as a report in PDF. One that was deleted keeps its row and no file.</summary>
public sealed class Download : ILogged
{
    public const int MaxNameLength = 150;

    public string Kind => "download";

    public long Id { get; private set; }

    /// <summary>What it is called when it is saved: no path, ending in the extension of its type.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the store of kept files; empty once it is deleted.</summary>
    public required string File { get; set; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The address it had on the site it was imported from.</summary>
    public string SourceUrl { get; init; } = "";

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class DownloadTable : IEntityTypeConfiguration<Download>
{
    public void Configure(EntityTypeBuilder<Download> builder)
    {
        builder.ToTable("downloads");
        builder.Ignore(download => download.Kind);
    }
}
