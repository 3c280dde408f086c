using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Media;

/// <summary>A picture of the media library, with its words and its sizes.</summary>
public sealed class MediaItem : ILogged
{
    public string Kind => "media";

    public long Id { get; private set; }

    /// <summary>The name it came with, for the newsroom only; never a path.</summary>
    public required string FileName { get; set; }

    public LocalizedText Alt { get; set; } = LocalizedText.Empty;
    public LocalizedText Caption { get; set; } = LocalizedText.Empty;
    public string Credit { get; set; } = "";

    /// <summary>From the smallest to the largest; empty while an imported file is still awaited.</summary>
    public IReadOnlyList<Rendition> Renditions { get; set; } = [];

    /// <summary>The address it had on the site it was imported from.</summary>
    public string SourceUrl { get; set; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    public Picture In(Language language) => new()
    {
        Renditions = Renditions,
        Alt = Alt.In(language),
        Caption = Caption.In(language),
        Credit = Credit,
    };
}

internal sealed class MediaTable : IEntityTypeConfiguration<MediaItem>
{
    public void Configure(EntityTypeBuilder<MediaItem> builder)
    {
        builder.ToTable("media");
        builder.Ignore(media => media.Kind);
        builder.Property(media => media.Renditions).HasConversion(
            renditions => JsonSerializer.Serialize(renditions, JsonSerializerOptions.Default),
            stored => JsonSerializer.Deserialize<List<Rendition>>(stored, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<Rendition>>(
                (left, right) => left!.SequenceEqual(right!),
                renditions => renditions.Aggregate(0, (hash, rendition) => HashCode.Combine(hash, rendition))));
    }
}
