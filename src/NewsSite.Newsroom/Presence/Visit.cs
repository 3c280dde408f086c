using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Newsroom.Articles;

namespace NewsSite.Newsroom.Presence;

/// <summary>That somebody has an article open in a window; kept in a table so that every node knows.</summary>
public sealed class Visit
{
    public required long ArticleId { get; init; }

    /// <summary>The window: one person may have several.</summary>
    public required string Tab { get; init; }

    public required long UserId { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset SeenAt { get; set; }
}

/// <summary>Somebody else who has the article open, or oneself in another window.</summary>
public sealed record Other(string Name, bool IsSelf);

internal sealed class VisitTable : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("article_visits");
        builder.HasKey(visit => new { visit.ArticleId, visit.Tab });
        builder.HasOne<Article>().WithMany().HasForeignKey(visit => visit.ArticleId);
    }
}
