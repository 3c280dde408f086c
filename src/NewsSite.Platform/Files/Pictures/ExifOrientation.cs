using System.Buffers.Binary;

namespace NewsSite.Platform.Files.Pictures;

/// <summary>The one thing of EXIF that readers need: how the picture must be turned.</summary>
internal static class ExifOrientation
{
    public const int Upright = 1;

    private const ushort OrientationTag = 0x0112;
    private const ushort Short = 3;

    /// <summary>The orientation in EXIF data that begins with its TIFF header; upright where there is none or it cannot be read.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return Upright;
        var little = tiff.StartsWith("II"u8);
        if (!little && !tiff.StartsWith("MM"u8))
            return Upright;
        var directory = Int32(tiff[4..], little);
        if (directory < 8 || directory > tiff.Length - 2)
            return Upright;
        var entries = Int16(tiff[(int)directory..], little);
        for (var i = 0; i < entries; i++)
        {
            var at = (int)directory + 2 + (i * 12);
            if (at + 12 > tiff.Length)
                return Upright;
            var entry = tiff.Slice(at, 12);
            if (Int16(entry, little) == OrientationTag)
                return Int16(entry[2..], little) == Short && Int16(entry[8..], little) is >= 1 and <= 8 and var value ? value : Upright;
        }
        return Upright;
    }

    /// <summary>EXIF data that says the orientation and nothing else, from the TIFF header on.</summary>
    public static byte[] Write(int orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1,
        (byte)(OrientationTag >> 8), (byte)(OrientationTag & 0xFF), 0, (byte)Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Int16(ReadOnlySpan<byte> data, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(data) : BinaryPrimitives.ReadUInt16BigEndian(data);

    private static uint Int32(ReadOnlySpan<byte> data, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(data) : BinaryPrimitives.ReadUInt32BigEndian(data);
}
