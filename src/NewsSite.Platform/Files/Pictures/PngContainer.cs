using System.Buffers.Binary;
using System.IO.Compression;

namespace NewsSite.Platform.Files.Pictures;

/// <summary>PNG, animated or not: chunks up to IEND; only those that are needed to show the picture are kept.</summary>
internal static class PngContainer
{
    /// <summary>The chunks that are kept, and how long they may be: what is longer carries something else.</summary>
    private static readonly Dictionary<string, int> Kept = new(StringComparer.Ordinal)
    {
        ["IHDR"] = 13,
        ["PLTE"] = 768,
        ["IDAT"] = PictureFile.MaxBytes,
        ["tRNS"] = 256,
        ["gAMA"] = 4,
        ["cHRM"] = 32,
        ["sRGB"] = 1,
        ["iCCP"] = 4 * 1024 * 1024,
        ["cICP"] = 4,
        ["mDCV"] = 24,
        ["cLLI"] = 8,
        ["sBIT"] = 4,
        ["bKGD"] = 6,
        ["pHYs"] = 9,
        ["acTL"] = 8,
        ["fcTL"] = 26,
        ["fdAT"] = PictureFile.MaxBytes,
    };

    /// <summary>In bytes; the largest in use, of printers, have about three megabytes.</summary>
    private const int MaxProfile = 4 * 1024 * 1024;

    private static readonly uint[] Crc = CrcTable();

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static PictureContainer Read(ReadOnlyMemory<byte> file)
    {
        var kept = new List<ReadOnlyMemory<byte>> { file[..8] };
        var (width, height) = (0L, 0L);
        var orientation = ExifOrientation.Upright;
        var hasData = false;
        var at = 8;
        while (true)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.Span[at..]);
            if (length > PictureFile.MaxBytes)
                throw Broken("a chunk is longer than the file");
            var chunk = file.Slice(at, (int)length + 12);
            var data = chunk.Slice(8, (int)length);
            var type = TypeOf(chunk.Span);
            at += chunk.Length;
            if (width == 0)
                (width, height) = Size(type, data.Span);
            else if (type == "IHDR")
                throw Broken("it has two heads");
            if (type == "eXIf")
                orientation = ExifOrientation.Read(data.Span);
            hasData |= type == "IDAT";
            if (type == "IEND")
                break;
            if (Kept.TryGetValue(type, out var longest) && data.Length <= longest && (type != "iCCP" || IsProfile(data.Span)))
                kept.Add(chunk);
        }
        if (!hasData)
            throw Broken("it holds no picture data");
        if (orientation != ExifOrientation.Upright)
            kept.Insert(2, Chunk("eXIf"u8, ExifOrientation.Write(orientation)));
        kept.Add(Chunk("IEND"u8, []));
        return new PictureContainer((int)width, (int)height, orientation, kept, at);
    }

    private static (long Width, long Height) Size(string type, ReadOnlySpan<byte> head)
    {
        if (type != "IHDR" || head.Length != 13)
            throw Broken("it does not begin with its head");
        var size = (Width: (long)BinaryPrimitives.ReadUInt32BigEndian(head), Height: (long)BinaryPrimitives.ReadUInt32BigEndian(head[4..]));
        if (size.Width > PictureFile.MaxPixels || size.Height > PictureFile.MaxPixels)
            PictureFile.CheckSize(PictureFile.MaxPixels, 2);
        PictureFile.CheckSize(size.Width, size.Height);
        return size;
    }

    /// <summary>A profile is the one compressed text that is kept: unpacked, it must stay of a size that profiles have.</summary>
    private static bool IsProfile(ReadOnlySpan<byte> data)
    {
        var name = data.IndexOf((byte)0);
        if (name is < 1 or > 79 || data.Length < name + 3)
            return false;
        using var packed = new MemoryStream(data[(name + 2)..].ToArray(), writable: false);
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var buffer = new byte[16 * 1024];
        var length = 0;
        try
        {
            for (var read = 1; read > 0 && length <= MaxProfile; length += read)
                read = unpacked.Read(buffer);
        }
        catch (InvalidDataException)
        {
            return false;
        }
        return length is > 0 and <= MaxProfile;
    }

    private static string TypeOf(ReadOnlySpan<byte> chunk) => System.Text.Encoding.Latin1.GetString(chunk.Slice(4, 4));

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        var crc = uint.MaxValue;
        foreach (var value in chunk.AsSpan(4, data.Length + 4))
            crc = Crc[(byte)(crc ^ value)] ^ (crc >> 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), ~crc);
        return chunk;
    }

    private static uint[] CrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }
        return table;
    }

    private static PictureFileException Broken(string what) => new(PictureFault.Broken, $"The PNG file is broken: {what}.");
}
