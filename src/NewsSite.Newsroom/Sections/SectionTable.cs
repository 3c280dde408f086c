using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Newsroom.Sections;

internal sealed class SectionTable : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> builder)
    {
        builder.ToTable("sections");
        builder.Ignore(section => section.Kind);
        builder.Property(section => section.Version).IsConcurrencyToken();
        builder.HasOne<Section>().WithMany().HasForeignKey(section => section.ParentId);
        // Slugs hold no space, so a list of them is kept as words.
        builder.Property(section => section.JobCategories).HasConversion(
            slugs => string.Join(' ', slugs),
            stored => stored.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>(
                (left, right) => left!.SequenceEqual(right!),
                slugs => string.Join(' ', slugs).GetHashCode(StringComparison.Ordinal)));
    }
}
