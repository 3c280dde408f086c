namespace NewsSite.Platform.Files.Pictures;

/// <summary>
/// A picture file as someone hands it in, known by its content and not by its name. Nothing is decoded: only the container
/// is read, within bounds, and written again without what readers must not learn (place, camera, comments).
/// </summary>
public sealed class PictureFile
{
    /// <summary>In bytes.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Width times height; a decoder takes four bytes for each.</summary>
    public const long MaxPixels = 100_000_000;

    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _clean;

    private PictureFile(PictureFormat format, PictureContainer container, int length)
    {
        Format = format;
        Orientation = container.Orientation;
        var turned = container.Orientation >= 5;
        Width = turned ? container.Height : container.Width;
        Height = turned ? container.Width : container.Height;
        _clean = container.Clean;
        IsFollowed = container.End < length;
    }

    public PictureFormat Format { get; }

    /// <summary>In pixels, as shown: a picture that lies on its side is turned first.</summary>
    public int Width { get; }

    /// <summary>In pixels, as shown.</summary>
    public int Height { get; }

    /// <summary>1 to 8 as in EXIF; 1 is upright.</summary>
    public int Orientation { get; }

    /// <summary>Something stands behind the picture in the file: a preview, a film, or another file that hides there. It is not kept.</summary>
    public bool IsFollowed { get; }

    /// <summary>For the file's name, without a dot.</summary>
    public string Extension => Format switch
    {
        PictureFormat.Jpeg => "jpg",
        PictureFormat.Png => "png",
        PictureFormat.WebP => "webp",
        _ => "gif",
    };

    /// <exception cref="PictureFileException">It is no picture that the site takes, it is broken, or it is too large.</exception>
    public static PictureFile Read(ReadOnlyMemory<byte> content)
    {
        if (content.Length > MaxBytes)
            throw new PictureFileException(PictureFault.TooHeavy, $"The file has {content.Length / 1024 / 1024} MB; a picture may have {MaxBytes / 1024 / 1024} MB. Save it smaller.");
        var format = Recognise(content.Span);
        try
        {
            var container = format switch
            {
                PictureFormat.Jpeg => JpegContainer.Read(content),
                PictureFormat.Png => PngContainer.Read(content),
                PictureFormat.WebP => WebpContainer.Read(content),
                _ => GifContainer.Read(content),
            };
            CheckSize(container.Width, container.Height);
            return new PictureFile(format, container, content.Length);
        }
        catch (ArgumentOutOfRangeException)
        {
            // Every slice of a span is checked by the runtime; one that reaches past the end means a cut-off file.
            throw new PictureFileException(PictureFault.Broken, $"The {format} file is broken: it ends too early.");
        }
    }

    /// <summary>The same picture, byte for byte where it counts, without EXIF (but its orientation), XMP, comments and texts.</summary>
    public byte[] Cleaned()
    {
        var content = new byte[_clean.Sum(part => part.Length)];
        var position = 0;
        foreach (var part in _clean)
        {
            part.CopyTo(content.AsMemory(position));
            position += part.Length;
        }
        return content;
    }

    /// <exception cref="PictureFileException">No such picture may be decoded by anyone.</exception>
    internal static void CheckSize(long width, long height)
    {
        if (width <= 0 || height <= 0)
            throw new PictureFileException(PictureFault.Broken, "The picture is broken: it has no width or no height.");
        if (width * height > MaxPixels)
            throw new PictureFileException(PictureFault.TooManyPixels, $"The picture has {width} × {height} pixels; {MaxPixels / 1_000_000} megapixels are the most. Save it smaller.");
    }

    private static PictureFormat Recognise(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return PictureFormat.Jpeg;
        if (content.StartsWith(PngContainer.Signature))
            return PictureFormat.Png;
        if (content.StartsWith("RIFF"u8) && content.Length >= 12 && content[8..12].SequenceEqual("WEBP"u8))
            return PictureFormat.WebP;
        if (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8))
            return PictureFormat.Gif;
        var beginning = content[..Math.Min(content.Length, 1024)];
        if (beginning.IndexOf("<svg"u8) >= 0)
            throw new PictureFileException(PictureFault.Svg, "The file is an SVG drawing, which may carry script. Save it as PNG or WebP.");
        throw new PictureFileException(PictureFault.NoPicture, "The file is no JPEG, PNG, WebP or GIF picture. Save it as one of these.");
    }
}

/// <summary>What a reader of one kind of container found.</summary>
/// <param name="Width">As stored, before it is turned.</param>
/// <param name="Height">As stored, before it is turned.</param>
/// <param name="Clean">The parts that make up the cleaned file, in order.</param>
/// <param name="End">Where the picture ends in the file that was read.</param>
internal sealed record PictureContainer(int Width, int Height, int Orientation, IReadOnlyList<ReadOnlyMemory<byte>> Clean, int End);
