using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Tests.Platform.Files.Pictures;

/// <summary>Pictures of any size with little in them, but with all that readers must not learn. Nobody could show them; only their containers are sound.</summary>
public static class PictureSamples
{
    /// <summary>Stands in the EXIF, XMP, comments and texts of every sample, and behind its end where the kind allows.</summary>
    public const string Secret = "50.8503 N, 4.3517 E";

    private static readonly byte[] Tiff = [.. "II"u8, 42, 0, 8, 0, 0, 0, 2, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret)];

    public static byte[] Of(string kind, int width, int height) => kind switch
    {
        "jpg" => Jpeg((ushort)width, (ushort)height),
        "png" => Png(width, height),
        "webp" => Webp(width, height),
        _ => Gif((ushort)width, (ushort)height),
    };

    /// <summary>As a browser makes it: upright, with nothing but the picture.</summary>
    public static byte[] Clean(string kind, int width, int height) => kind == "gif"
        ? Of(kind, width, height)
        // The others lie on their side.
        : [.. PictureFile.Read(Of(kind, width: height, height: width)).Cleaned()];

    private static byte[] Jpeg(ushort width, ushort height) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 72, 0, 72, 1, 1, 1, 2, 3]),
        .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.ASCII.GetBytes(Secret)]),
        .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. "a-profile"u8]),
        .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9,
        .. Encoding.ASCII.GetBytes(Secret),
    ];

    public static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Png(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
            .. PngChunk("IHDR", head), .. PngChunk("iCCP", [.. "a-profile\0"u8, 0, .. Packed(64)]), .. PngChunk("eXIf", Tiff), .. PngChunk("tEXt", Encoding.ASCII.GetBytes(Secret)),
            .. PngChunk("IDAT", [1, 2, 3]), .. PngChunk("IEND", []), .. Encoding.ASCII.GetBytes(Secret),
        ];
    }

    /// <summary>So many bytes, compressed as PNG does.</summary>
    public static byte[] Packed(int length)
    {
        using var packed = new MemoryStream();
        using (var writer = new ZLibStream(packed, CompressionLevel.SmallestSize))
            writer.Write(new byte[length]);
        return packed.ToArray();
    }

    public static byte[] PngChunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }

    private static byte[] Webp(int width, int height)
    {
        var bits = (uint)((Math.Min(width, 16_384) - 1) | ((Math.Min(height, 16_384) - 1) << 14));
        var picture = new byte[10];
        picture[0] = 0x2F;
        BinaryPrimitives.WriteUInt32LittleEndian(picture.AsSpan(1), bits);
        byte[] extended = [0x2C, 0, 0, 0, .. Int24(width - 1), .. Int24(height - 1)];
        byte[] body = [.. "WEBP"u8, .. Riff("VP8X", extended), .. Riff("ICCP", [.. "a-profile"u8]), .. Riff("VP8L", picture), .. Riff("EXIF", Tiff), .. Riff("XMP ", Encoding.ASCII.GetBytes(Secret))];
        return Riff("RIFF", body);
    }

    private static byte[] Int24(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    public static byte[] Riff(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. Encoding.ASCII.GetBytes(type), .. length, .. data, .. new byte[data.Length & 1]];
    }

    private static byte[] Gif(ushort width, ushort height) =>
    [
        .. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        0x21, 0xFF, 11, .. "ICCRGBG1012"u8, 9, .. "a-profile"u8, 0,
        0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)Secret.Length, .. Encoding.ASCII.GetBytes(Secret), 0,
        0x21, 0xFE, (byte)Secret.Length, .. Encoding.ASCII.GetBytes(Secret), 0,
        0x21, 0xF9, 4, 0, 0, 0, 0, 0,
        0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ];
}
