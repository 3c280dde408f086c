using System.Buffers.Binary;

namespace NewsSite.Transfer.Demo;

/// <summary>Reads the size out of the header of a WebP file.</summary>
internal static class WebpSize
{
    /// <returns>Pixels; null where the bytes are no WebP picture.</returns>
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WEBP"u8))
            return null;
        var chunk = file[12..];
        var data = chunk[8..];
        if (chunk.StartsWith("VP8 "u8))
            return (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
        if (chunk.StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }
        return chunk.StartsWith("VP8X"u8) ? (Three(data[4..]) + 1, Three(data[7..]) + 1) : null;
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
