using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Categories;

/// <summary>A field of work in the site's list. The paper's sections name categories by slug.</summary>
public sealed class Category : ILogged
{
    public string Kind => "category";

    public long Id { get; private set; }
    public required string Slug { get; set; }
    public required LocalizedText Name { get; set; }
    public int Position { get; set; }
}

internal sealed class CategoryTable : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("job_categories");
        builder.Ignore(category => category.Kind);
    }
}
