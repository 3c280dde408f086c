using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Newsroom.Publishing;

/// <summary>That readers once found an article here which is not even in the bin any more: its address answers 410, or leads on.</summary>
public sealed class RemovedArticle
{
    public required long ArticleId { get; init; }
    public required string MovedTo { get; init; }
    public required DateTimeOffset RemovedAt { get; init; }
}

internal sealed class RemovedArticleTable : IEntityTypeConfiguration<RemovedArticle>
{
    public void Configure(EntityTypeBuilder<RemovedArticle> builder)
    {
        builder.ToTable("removed_articles");
        builder.HasKey(removed => removed.ArticleId);
        builder.Property(removed => removed.ArticleId).ValueGeneratedNever();
    }
}
