using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Newsroom.Media;

/// <summary>
/// A picture as it was handed in, after nothing of what was said about it was believed: kind and measures are read from the
/// content, the sizes are those that the library keeps and of one shape, and nothing rides along.
/// </summary>
public sealed class CheckedPicture
{
    public const int MaxSizes = 5;

    private const int MaxName = 200;

    private CheckedPicture(string name, IReadOnlyList<PictureFile> files, bool lacksSizes)
    {
        Name = name;
        Files = files;
        LacksSizes = lacksSizes;
    }

    public string Name { get; }

    /// <summary>From the smallest to the largest.</summary>
    internal IReadOnlyList<PictureFile> Files { get; }

    internal bool LacksSizes { get; }

    /// <summary>A picture in the sizes that a browser made of it.</summary>
    /// <param name="name">The file's name on the editor's machine.</param>
    /// <param name="width">Of the picture that the sizes were made of.</param>
    /// <param name="height">Of the picture that the sizes were made of.</param>
    /// <param name="sizes">The files, in any order.</param>
    /// <exception cref="MediaRefusedException">With the reason.</exception>
    public static CheckedPicture OfSizes(string name, int width, int height, IReadOnlyList<ReadOnlyMemory<byte>> sizes)
    {
        CheckName(name);
        if (sizes.Count == 0)
            throw new MediaRefusedException(MediaFault.NoFile, "There is no file.");
        if (sizes.Count > MaxSizes)
            throw new MediaRefusedException(MediaFault.TooManyFiles, $"There are {sizes.Count} files of one picture; {MaxSizes} are the most.");
        if (width <= 0 || height <= 0)
            throw new MediaRefusedException(MediaFault.OtherShape, "The picture's width and height are missing.");
        if ((long)width * height > PictureFile.MaxPixels)
            throw new MediaRefusedException(MediaFault.TooManyPixels, $"The picture has {width} × {height} pixels.");
        var files = sizes.Select(Read).OrderBy(file => file.Width).ToList();
        foreach (var file in files)
        {
            if (file.IsFollowed)
                throw new MediaRefusedException(MediaFault.MoreThanPicture, $"Something stands behind the picture of {file.Width} pixels in its file.");
            if (file.Format == PictureFormat.Gif)
                throw new MediaRefusedException(MediaFault.Animation, "A size is a GIF file.");
            if (Math.Abs(((double)height * file.Width / width) - file.Height) > 1)
                throw new MediaRefusedException(MediaFault.OtherShape, $"A size has {file.Width} × {file.Height} pixels, which is not the shape of {width} × {height}.");
        }
        if (!files.Select(file => file.Width).SequenceEqual(PictureWidths.Of(width)))
            throw new MediaRefusedException(MediaFault.WrongWidths, $"Of a picture of {width} pixels the widths {string.Join(", ", PictureWidths.Of(width))} are kept.");
        return new CheckedPicture(name, files, lacksSizes: false);
    }

    /// <summary>A file as it came from a camera or a drawing program; its sizes are made later, in a browser with script.</summary>
    /// <param name="name">The file's name on the editor's machine.</param>
    /// <param name="content">The file.</param>
    /// <exception cref="MediaRefusedException">With the reason.</exception>
    public static CheckedPicture Whole(string name, ReadOnlyMemory<byte> content)
    {
        CheckName(name);
        var file = Read(content);
        // An animation would lose its movement, so it stays as it is.
        return new CheckedPicture(name, [file], lacksSizes: file.Format != PictureFormat.Gif && file.Width > PictureWidths.All[0]);
    }

    /// <summary>Whether these can be sizes of that picture: as wide as its widest size allows, and of its shape.</summary>
    internal bool AreSizesOf(Rendition largest) =>
        Files.Select(file => file.Width).SequenceEqual(PictureWidths.Of(largest.Width))
        && Files.All(file => Math.Abs(((double)largest.Height * file.Width / largest.Width) - file.Height) <= 1);

    private static void CheckName(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxName || name is "." or ".." || name.AsSpan().IndexOfAny('/', '\\') >= 0
            || name.Any(character => char.IsControl(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format))
            throw new MediaRefusedException(MediaFault.BadName, "The file has no proper name.");
    }

    private static PictureFile Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            return PictureFile.Read(content);
        }
        catch (PictureFileException refused)
        {
            throw MediaRefusedException.Of(refused);
        }
    }
}
