using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Tags;

/// <summary>A subject that articles share across sections.</summary>
public sealed class Tag : ILogged
{
    public string Kind => "tag";

    public long Id { get; private set; }
    public required string Slug { get; set; }
    public required LocalizedText Name { get; set; }

    /// <summary>The names of all languages in lower case, to search in; always made from the name.</summary>
    public string Words
    {
        get => string.Join(' ', Language.All.Where(Name.Has).Select(Name.In)).ToLowerInvariant();
        private set => _ = value;
    }

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; set; }
}

internal sealed class TagTable : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.ToTable("tags");
        builder.Ignore(tag => tag.Kind);
        builder.Property(tag => tag.Words).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(tag => tag.Version).IsConcurrencyToken();
    }
}
