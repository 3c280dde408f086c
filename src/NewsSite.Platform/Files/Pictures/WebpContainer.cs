using System.Buffers.Binary;

namespace NewsSite.Platform.Files.Pictures;

/// <summary>WebP, simple, extended or animated: RIFF chunks.</summary>
internal static class WebpContainer
{
    private const byte HasXmp = 0x04;
    private const byte HasExif = 0x08;

    public static PictureContainer Read(ReadOnlyMemory<byte> file)
    {
        var size = (long)BinaryPrimitives.ReadUInt32LittleEndian(file.Span[4..]) + 8;
        if (size > file.Length + 1)
            throw Broken("it ends too early");
        var body = file[12..(int)Math.Min(size, file.Length)];
        var kept = new List<ReadOnlyMemory<byte>>();
        var (width, height) = (0, 0);
        var orientation = ExifOrientation.Upright;
        var frames = 0;
        byte[]? extended = null;
        foreach (var (type, chunk, data) in Chunks(body))
        {
            switch (type)
            {
                case "VP8X" when extended is null && kept.Count == 0:
                    if (data.Length != 10)
                        throw Broken("its head has not the right length");
                    extended = chunk.ToArray();
                    (width, height) = (1 + Int24(data.Span[4..]), 1 + Int24(data.Span[7..]));
                    PictureFile.CheckSize(width, height);
                    kept.Add(extended);
                    break;
                case "VP8 " or "VP8L":
                    var frame = FrameSize(type, data.Span);
                    if (frames++ > 0)
                        throw Broken("it holds two pictures");
                    // Else a head of a few pixels would let a picture of any size through.
                    if (extended is not null && frame != (width, height))
                        throw Broken("its picture has not the size that its head says");
                    (width, height) = frame;
                    kept.Add(chunk);
                    break;
                case "ANIM" when data.Length != 6:
                    throw Broken("its animation has no proper head");
                case "ICCP" or "ANIM" or "ALPH":
                    kept.Add(chunk);
                    break;
                case "ANMF":
                    frames++;
                    kept.Add(Frame(data));
                    break;
                case "EXIF":
                    orientation = Orientation(data.Span);
                    break;
            }
        }
        if (frames == 0)
            throw Broken("it holds no picture data");
        if (extended is not null)
            extended[8] = (byte)(extended[8] & ~(HasExif | HasXmp));
        // Without the extended head there is no EXIF that a browser would look at.
        if (extended is null)
            orientation = ExifOrientation.Upright;
        if (extended is not null && orientation != ExifOrientation.Upright)
        {
            extended[8] |= HasExif;
            kept.Add(Chunk("EXIF"u8, ExifOrientation.Write(orientation)));
        }
        var head = new byte[12];
        file[..12].CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), 4 + kept.Sum(part => part.Length));
        return new PictureContainer(width, height, orientation, [head, .. kept], (int)Math.Min(size, file.Length));
    }

    private static IEnumerable<(string Type, ReadOnlyMemory<byte> Chunk, ReadOnlyMemory<byte> Data)> Chunks(ReadOnlyMemory<byte> body)
    {
        var at = 0;
        while (body.Length - at >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(body.Span[(at + 4)..]);
            if (length > body.Length - at - 8)
                throw Broken("a chunk is longer than the file");
            var padded = (int)length + (int)(length & 1);
            var data = body.Slice(at + 8, (int)length);
            var type = System.Text.Encoding.Latin1.GetString(body.Span.Slice(at, 4));
            // The byte that makes the length even may be missing at the end; what is written has it.
            yield return padded > body.Length - at - 8
                ? (type, Chunk(body.Span.Slice(at, 4), data.Span), data)
                : (type, body.Slice(at, 8 + padded), data);
            at += 8 + padded;
        }
    }

    private static (int Width, int Height) FrameSize(string type, ReadOnlySpan<byte> data)
    {
        int width, height;
        if (type == "VP8 ")
        {
            if (!data.Slice(3, 3).SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
                throw Broken("its picture does not begin with a key frame");
            width = BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF;
            height = BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF;
        }
        else
        {
            if (data.Slice(0, 1)[0] != 0x2F)
                throw Broken("its lossless picture has no signature");
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            width = (int)(bits & 0x3FFF) + 1;
            height = (int)((bits >> 14) & 0x3FFF) + 1;
        }
        PictureFile.CheckSize(width, height);
        return (width, height);
    }

    /// <summary>A frame of an animation with its place and its picture; other chunks in it are dropped.</summary>
    private static byte[] Frame(ReadOnlyMemory<byte> data)
    {
        var parts = new List<byte>(data[..16].ToArray());
        foreach (var (type, chunk, inner) in Chunks(data[16..]))
        {
            if (type is "VP8 " or "VP8L")
                FrameSize(type, inner.Span);
            if (type is "VP8 " or "VP8L" or "ALPH")
                parts.AddRange(chunk.Span);
        }
        return Chunk("ANMF"u8, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(parts));
    }

    /// <summary>Some programs write JPEG's "Exif" before the TIFF header here too.</summary>
    private static int Orientation(ReadOnlySpan<byte> data) =>
        ExifOrientation.Read(data.StartsWith("Exif\0\0"u8) ? data[6..] : data);

    private static int Int24(ReadOnlySpan<byte> data) => data.Slice(0, 3)[0] | (data[1] << 8) | (data[2] << 16);

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[8 + data.Length + (data.Length & 1)];
        type.CopyTo(chunk);
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), data.Length);
        data.CopyTo(chunk.AsSpan(8));
        return chunk;
    }

    private static PictureFileException Broken(string what) => new(PictureFault.Broken, $"The WebP file is broken: {what}.");
}
