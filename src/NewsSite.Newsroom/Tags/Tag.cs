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
}

internal sealed class TagTable : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.ToTable("tags");
        builder.Ignore(tag => tag.Kind);
    }
}
