using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.Articles;

internal sealed class ArticleTable : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("articles");
        builder.Ignore(article => article.Kind);
        builder.Property(article => article.Version).IsConcurrencyToken();
        builder.Property(article => article.Corrections).HasConversion(Correction.Converter, Correction.Comparer);
        builder.HasOne(article => article.Section).WithMany().HasForeignKey(article => article.SectionId);
        builder.HasOne(article => article.Hero).WithMany().HasForeignKey(article => article.HeroId);
        builder.HasMany(article => article.Versions).WithOne().HasForeignKey(version => version.ArticleId);
        builder.HasMany(article => article.Bylines).WithOne(byline => byline.Article).HasForeignKey(byline => byline.ArticleId);
        builder.HasMany(article => article.Tags).WithOne(tag => tag.Article).HasForeignKey(tag => tag.ArticleId);
    }
}

internal sealed class ArticleVersionTable : IEntityTypeConfiguration<ArticleVersion>
{
    public void Configure(EntityTypeBuilder<ArticleVersion> builder)
    {
        builder.ToTable("article_versions");
        builder.HasKey(version => new { version.ArticleId, version.Number });
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Body).HasConversion<BodyAsJson>();
        builder.Property(version => version.AuthorIds).HasConversion(IdList.OptionalConverter, IdList.OptionalComparer);
        builder.Property(version => version.TagIds).HasConversion(IdList.OptionalConverter, IdList.OptionalComparer);
        builder.Ignore(version => version.Text);
    }

    private sealed class BodyAsJson() : ValueConverter<BlockDocument, string>(body => body.ToJson(), stored => BlockDocument.Stored(stored));
}

internal sealed class BylineTable : IEntityTypeConfiguration<Byline>
{
    public void Configure(EntityTypeBuilder<Byline> builder)
    {
        builder.ToTable("article_bylines");
        builder.HasKey(byline => new { byline.ArticleId, byline.AuthorId });
    }
}

internal sealed class ArticleTagTable : IEntityTypeConfiguration<ArticleTag>
{
    public void Configure(EntityTypeBuilder<ArticleTag> builder)
    {
        builder.ToTable("article_tags");
        builder.HasKey(tag => new { tag.ArticleId, tag.TagId });
    }
}
