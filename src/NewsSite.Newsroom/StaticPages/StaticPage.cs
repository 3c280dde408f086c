using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.StaticPages;

/// <summary>A page that stands outside the news, such as About; the same slug in another language is its translation.</summary>
public sealed class StaticPage : ILogged
{
    private readonly List<PagePicture> _pictures = [];

    public string Kind => "page";

    public long Id { get; private set; }
    public required string Slug { get; set; }
    public required string Language { get; init; }
    public required string Title { get; set; }
    public BlockDocument Body
    {
        get;
        set
        {
            field = value;
            ShownPicture.Follow(_pictures, hero: null, value, media => new PagePicture { MediaId = media });
        }
    } = BlockDocument.Empty;

    /// <summary>What the text shows, for who looks for a picture's uses.</summary>
    public IReadOnlyList<PagePicture> Pictures => _pictures;

    /// <summary>Readers see it.</summary>
    public bool IsPublished { get; set; } = true;

    public int Position { get; set; }
    public required DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; set; }
}

internal sealed class StaticPageTable : IEntityTypeConfiguration<StaticPage>
{
    public void Configure(EntityTypeBuilder<StaticPage> builder)
    {
        builder.ToTable("static_pages");
        builder.Ignore(page => page.Kind);
        builder.Property(page => page.Version).IsConcurrencyToken();
        // A new body is compared with them.
        builder.Navigation(page => page.Pictures).AutoInclude();
        builder.Property(page => page.Body).HasConversion(body => body.ToJson(), stored => BlockDocument.Stored(stored));
    }
}
