using System.Buffers.Binary;

namespace NewsSite.Platform.Files.Pictures;

/// <summary>JPEG: segments up to the end-of-image mark. What follows it (previews, motion, depth) is not kept.</summary>
internal static class JpegContainer
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte QuantizationTable = 0xDB;
    private const byte RestartInterval = 0xDD;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const int AdobeLength = 12;

    public static PictureContainer Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var kept = new List<ReadOnlyMemory<byte>>();
        var orientation = ExifOrientation.Upright;
        var (width, height) = (0, 0);
        var scans = 0;
        var at = 2;
        while (true)
        {
            at = SkipToMarker(bytes, at);
            var marker = bytes.Slice(at, 2)[1];
            if (marker == EndOfImage)
            {
                kept.Add(file.Slice(at, 2));
                break;
            }
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
                throw Broken("a mark stands where none may stand");
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 4)
                throw Broken("a segment is shorter than its head");
            var segment = file.Slice(at, length);
            var data = segment[4..];
            at += length;

            if (marker == App1 && data.Span.StartsWith("Exif\0"u8) && orientation == ExifOrientation.Upright && data.Length > 6)
                orientation = ExifOrientation.Read(data.Span[6..]);
            if (IsFrame(marker))
            {
                if (width > 0)
                    throw Broken("it holds two pictures");
                height = BinaryPrimitives.ReadUInt16BigEndian(data.Span[1..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(data.Span[3..]);
                PictureFile.CheckSize(width, height);
            }
            if (marker == App0)
                KeepJfif(kept, segment);
            else if (marker == App14 && data.Span.StartsWith("Adobe"u8) && data.Length >= AdobeLength)
                kept.Add(Adobe(data));
            else if (IsKept(marker, data.Span))
                kept.Add(segment);
            if (marker == StartOfScan)
            {
                if (width == 0)
                    throw Broken("its data stand before its size");
                var end = EndOfScan(bytes, at);
                kept.Add(file[at..end]);
                at = end;
                scans++;
            }
        }
        if (scans == 0)
            throw Broken("it holds no picture data");
        return new PictureContainer(width, height, orientation, [new byte[] { 0xFF, 0xD8 }, .. Exif(orientation), .. kept], at + 2);
    }

    /// <summary>Before each mark there may stand any number of 0xFF.</summary>
    private static int SkipToMarker(ReadOnlySpan<byte> bytes, int at)
    {
        if (bytes.Slice(at, 1)[0] != 0xFF)
            throw Broken("a segment does not begin with its mark");
        while (bytes.Slice(at + 1, 1)[0] == 0xFF)
            at++;
        return at;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Frames, tables, restarts and scans are the picture, and the colour profile is needed to show it; nothing else is.</summary>
    private static bool IsKept(byte marker, ReadOnlySpan<byte> data) => marker switch
    {
        App2 => data.StartsWith("ICC_PROFILE\0"u8),
        QuantizationTable or RestartInterval or StartOfScan => true,
        >= 0xC0 and <= 0xCF and not 0xC8 => true,
        _ => false,
    };

    /// <summary>Adobe's colour transform, and nothing that may stand behind it.</summary>
    private static byte[] Adobe(ReadOnlyMemory<byte> data) => [0xFF, App14, 0, AdobeLength + 2, .. data.Span[..AdobeLength]];

    /// <summary>Keeps the JFIF head (density), without the small picture that it may carry.</summary>
    private static void KeepJfif(List<ReadOnlyMemory<byte>> kept, ReadOnlyMemory<byte> segment)
    {
        if (segment.Length < 18 || !segment.Span[4..].StartsWith("JFIF\0"u8))
            return;
        var head = segment[..18].ToArray();
        (head[2], head[3]) = (0, 16);
        (head[16], head[17]) = (0, 0);
        kept.Add(head);
    }

    /// <summary>Where the next mark stands that is neither a stuffed byte nor a restart.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (true)
        {
            var found = bytes[at..].IndexOf((byte)0xFF);
            if (found < 0 || at + found + 1 >= bytes.Length)
                throw Broken("it ends too early");
            at += found;
            if (bytes[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return at;
            at += 2;
        }
    }

    private static ReadOnlyMemory<byte>[] Exif(int orientation)
    {
        if (orientation == ExifOrientation.Upright)
            return [];
        byte[] data = [.. "Exif\0\0"u8, .. ExifOrientation.Write(orientation)];
        return [new byte[] { 0xFF, App1, 0, (byte)(data.Length + 2) }, data];
    }

    private static PictureFileException Broken(string what) => new(PictureFault.Broken, $"The JPEG file is broken: {what}.");
}
