using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.StaticPages;

/// <summary>What a page said after a save; never changed.</summary>
public sealed class StaticPageVersion
{
    public required long PageId { get; init; }

    /// <summary>The page's <see cref="StaticPage.Version"/> after that save.</summary>
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required BlockDocument Body { get; init; }
    public required DateTimeOffset At { get; init; }
    public required long ById { get; init; }
    public required string ByName { get; init; }
}

internal sealed class StaticPageVersionTable : IEntityTypeConfiguration<StaticPageVersion>
{
    public void Configure(EntityTypeBuilder<StaticPageVersion> builder)
    {
        builder.ToTable("static_page_versions");
        builder.HasKey(version => new { version.PageId, version.Number });
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Body).HasConversion(body => body.ToJson(), stored => BlockDocument.Stored(stored));
        builder.HasOne<StaticPage>().WithMany().HasForeignKey(version => version.PageId);
    }
}
