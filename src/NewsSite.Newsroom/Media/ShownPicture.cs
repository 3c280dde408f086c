using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.Media;

/// <summary>
/// A picture that a text shows. Kept beside the text and written with it, so that where a picture is used is read from an index
/// and never out of bodies. The picture itself may be gone, or never have been there.
/// </summary>
public abstract class ShownPicture
{
    public required long MediaId { get; init; }

    /// <summary>Above the text.</summary>
    public bool IsHero { get; private set; }

    public bool IsInBody { get; private set; }

    /// <summary>Makes a list say what a text shows; what stays keeps its row.</summary>
    internal static void Follow<T>(List<T> pictures, long? hero, BlockDocument body, Func<long, T> make)
        where T : ShownPicture
    {
        var inBody = body.Pictures().ToHashSet();
        pictures.RemoveAll(picture => picture.MediaId != hero && !inBody.Contains(picture.MediaId));
        foreach (var media in inBody.Concat(hero is { } id ? [id] : []).Distinct().Where(media => pictures.TrueForAll(picture => picture.MediaId != media)).ToList())
            pictures.Add(make(media));
        foreach (var picture in pictures)
            (picture.IsHero, picture.IsInBody) = (picture.MediaId == hero, inBody.Contains(picture.MediaId));
    }
}

public sealed class VersionPicture : ShownPicture
{
    public long ArticleId { get; private set; }
    public int Number { get; private set; }
}

public sealed class CopyPicture : ShownPicture
{
    public long ArticleId { get; private set; }
}

public sealed class PagePicture : ShownPicture
{
    public long PageId { get; private set; }
}

internal sealed class VersionPictureTable : IEntityTypeConfiguration<VersionPicture>
{
    public void Configure(EntityTypeBuilder<VersionPicture> builder)
    {
        builder.ToTable("article_version_pictures");
        builder.HasKey(picture => new { picture.ArticleId, picture.Number, picture.MediaId });
        builder.HasOne<ArticleVersion>().WithMany(version => version.Pictures).HasForeignKey(picture => new { picture.ArticleId, picture.Number });
    }
}

internal sealed class CopyPictureTable : IEntityTypeConfiguration<CopyPicture>
{
    public void Configure(EntityTypeBuilder<CopyPicture> builder)
    {
        builder.ToTable("working_copy_pictures");
        builder.HasKey(picture => new { picture.ArticleId, picture.MediaId });
        builder.HasOne<WorkingCopy>().WithMany(copy => copy.Pictures).HasForeignKey(picture => picture.ArticleId);
    }
}

internal sealed class PagePictureTable : IEntityTypeConfiguration<PagePicture>
{
    public void Configure(EntityTypeBuilder<PagePicture> builder)
    {
        builder.ToTable("static_page_pictures");
        builder.HasKey(picture => new { picture.PageId, picture.MediaId });
        builder.HasOne<StaticPage>().WithMany(page => page.Pictures).HasForeignKey(picture => picture.PageId);
    }
}
