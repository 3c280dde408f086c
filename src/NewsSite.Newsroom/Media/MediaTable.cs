using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Newsroom.Media;

internal sealed class MediaTable : IEntityTypeConfiguration<MediaItem>
{
    public void Configure(EntityTypeBuilder<MediaItem> builder)
    {
        builder.ToTable("media");
        builder.Ignore(media => media.Kind);
        builder.Ignore(media => media.Focus);
        builder.Property(media => media.Version).IsConcurrencyToken();
        // Read from the property, not from a field: what is stored follows what it is made of.
        builder.Property(media => media.HasFile).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(media => media.LacksAlt).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(media => media.Words).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(media => media.Renditions).HasConversion(
            renditions => JsonSerializer.Serialize(renditions, JsonSerializerOptions.Default),
            stored => JsonSerializer.Deserialize<List<Rendition>>(stored, JsonSerializerOptions.Default)!,
            Comparer<Rendition>());
        builder.Property(media => media.FormerFiles).HasConversion(
            files => JsonSerializer.Serialize(files, JsonSerializerOptions.Default),
            stored => JsonSerializer.Deserialize<List<string>>(stored, JsonSerializerOptions.Default)!,
            Comparer<string>());
    }

    private static ValueComparer<IReadOnlyList<T>> Comparer<T>() => new(
        (left, right) => left!.SequenceEqual(right!),
        items => items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)));
}
