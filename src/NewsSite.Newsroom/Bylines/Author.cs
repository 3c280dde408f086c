using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Bylines;

/// <summary>Someone whose name stands above articles; not necessarily someone who signs in.</summary>
public sealed class Author : ILogged
{
    public string Kind => "author";

    public long Id { get; private set; }
    public required string Slug { get; set; }
    public required string Name { get; set; }
    public LocalizedText Role { get; set; } = LocalizedText.Empty;
    public LocalizedText Biography { get; set; } = LocalizedText.Empty;
    public long? PortraitId { get; set; }
    public MediaItem? Portrait { get; private set; }

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; set; }
}

internal sealed class AuthorTable : IEntityTypeConfiguration<Author>
{
    public void Configure(EntityTypeBuilder<Author> builder)
    {
        builder.ToTable("authors");
        builder.Ignore(author => author.Kind);
        builder.Property(author => author.Version).IsConcurrencyToken();
        builder.HasOne(author => author.Portrait).WithMany().HasForeignKey(author => author.PortraitId);
    }
}
