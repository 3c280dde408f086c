using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Platform.Html.Blocks;

/// <summary>What a document needs beside itself to be shown.</summary>
public sealed record BlockHtmlContext
{
    /// <summary>The picture with that id, or null where it is not (or no longer) there: then nothing is shown.</summary>
    public required Func<long, Picture?> Picture { get; init; }

    public required BlockHtmlTexts Texts { get; init; }

    /// <summary>Writes blocks that show something of elsewhere in the site; by itself they are not shown.</summary>
    public Action<TextWriter, Block> Other { get; init; } = (_, _) => { };

    /// <summary>
    /// For readers elsewhere (feeds, search engines): the site's origin, put before its paths; controls that need the site's own
    /// script are left out then. Empty on its own pages.
    /// </summary>
    public string Origin { get; init; } = "";
}

/// <summary>The words of the interface around blocks, in the page's language; {0} is filled in.</summary>
public sealed record BlockHtmlTexts
{
    public required string GalleryOf { get; init; }
    public required string Pictures { get; init; }
    public required string PreviousPicture { get; init; }
    public required string NextPicture { get; init; }
    public required string Table { get; init; }
    public required string EmbedNote { get; init; }
    public required string EmbedShow { get; init; }
    public required string EmbedOpen { get; init; }
}
