using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Newsroom.Articles;

namespace NewsSite.Newsroom.Previews;

/// <summary>A link by which somebody outside reads an article before it is published, as it stands when they look.</summary>
public sealed class PreviewLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public long Id { get; private set; }
    public required long ArticleId { get; init; }

    /// <summary>The secret itself is in the link only.</summary>
    public required byte[] TokenHash { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required long MadeById { get; init; }
    public required string MadeByName { get; init; }

    /// <summary>Seven days after it was made, or when somebody ended it.</summary>
    public required DateTimeOffset EndsAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => now < EndsAt;
}

internal sealed class PreviewLinkTable : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> builder)
    {
        builder.ToTable("preview_links");
        builder.HasOne<Article>().WithMany().HasForeignKey(link => link.ArticleId);
    }
}
