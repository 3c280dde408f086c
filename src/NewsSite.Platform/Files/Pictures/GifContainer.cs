using System.Buffers.Binary;

namespace NewsSite.Platform.Files.Pictures;

/// <summary>GIF, animated or not: blocks up to the trailer. Comments, plain text and unknown application data are dropped.</summary>
internal static class GifContainer
{
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte GraphicControl = 0xF9;
    private const byte Application = 0xFF;

    public static PictureContainer Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var width = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);
        var height = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        PictureFile.CheckSize(width, height);
        var at = 13 + ColourTable(bytes.Slice(10, 1)[0]);
        var kept = new List<ReadOnlyMemory<byte>> { file[..at] };
        var frames = 0;
        while (true)
        {
            var begin = at;
            var kind = bytes.Slice(at, 1)[0];
            if (kind == Trailer)
                break;
            if (kind == Image)
            {
                var frame = bytes.Slice(at, 10);
                CheckFrame(frame);
                at = SkipBlocks(bytes, at + 10 + ColourTable(frame[9]) + 1);
                kept.Add(file[begin..at]);
                frames++;
            }
            else if (kind == Extension)
            {
                var label = bytes.Slice(at + 1, 1)[0];
                at = SkipBlocks(bytes, at + 2);
                if (label == GraphicControl || (label == Application && IsKept(bytes[begin..at])))
                    kept.Add(file[begin..at]);
            }
            else
            {
                throw Broken("an unknown block stands in it");
            }
        }
        if (frames == 0)
            throw Broken("it holds no picture data");
        kept.Add(new[] { Trailer });
        return new PictureContainer(width, height, ExifOrientation.Upright, kept, at + 1);
    }

    private static int ColourTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);

    private static void CheckFrame(ReadOnlySpan<byte> frame) =>
        PictureFile.CheckSize(BinaryPrimitives.ReadUInt16LittleEndian(frame[5..]), BinaryPrimitives.ReadUInt16LittleEndian(frame[7..]));

    /// <summary>Data come in blocks of up to 255 bytes, each after its length; an empty one ends them.</summary>
    private static int SkipBlocks(ReadOnlySpan<byte> bytes, int at)
    {
        while (bytes.Slice(at, 1)[0] is > 0 and var length)
            at += 1 + length;
        return at + 1;
    }

    /// <summary>How often an animation repeats, and the colour profile.</summary>
    private static bool IsKept(ReadOnlySpan<byte> extension) =>
        extension.Length > 14 && extension[2] == 11
        && (extension[3..].StartsWith("NETSCAPE2.0"u8) || extension[3..].StartsWith("ANIMEXTS1.0"u8) || extension[3..].StartsWith("ICCRGBG1012"u8));

    private static PictureFileException Broken(string what) => new(PictureFault.Broken, $"The GIF file is broken: {what}.");
}
