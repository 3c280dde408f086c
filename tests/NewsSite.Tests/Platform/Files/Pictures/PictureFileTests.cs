using System.Buffers.Binary;
using System.Text;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Tests.Platform.Files.Pictures;

public sealed class PictureFileTests
{
    private const string Secret = "50.8503 N, 4.3517 E";

    private static readonly byte[] Tiff = [.. "II"u8, 42, 0, 8, 0, 0, 0, 2, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret)];

    public static TheoryData<string> Kinds => ["jpg", "png", "webp", "gif"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_and_size_are_read_from_the_content(string kind)
    {
        var picture = PictureFile.Read(Sample(kind, 40, 30));
        Assert.Equal(kind, picture.Extension);
        Assert.Equal(kind is "jpg" or "png" or "webp" ? (30, 40) : (40, 30), (picture.Width, picture.Height));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Place_comments_and_texts_are_dropped_but_profile_and_orientation_kept(string kind)
    {
        var picture = PictureFile.Read(Sample(kind, 40, 30));
        var clean = picture.Cleaned();
        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        Assert.Contains("a-profile", Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        var again = PictureFile.Read(clean);
        Assert.Equal((picture.Width, picture.Height, picture.Orientation), (again.Width, again.Height, again.Orientation));
        Assert.Equal(clean, again.Cleaned());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_cut_off_file_is_refused_wherever_it_is_cut(string kind)
    {
        var whole = Sample(kind, 40, 30);
        var end = PictureFile.Read(whole).Cleaned().Length;
        for (var length = 0; length < Math.Min(end, whole.Length) - 1; length++)
        {
            try
            {
                // A WebP or GIF may already hold a whole picture before its last bytes; what is taken must be sound.
                PictureFile.Read(PictureFile.Read(whole.AsMemory(0, length)).Cleaned());
            }
            catch (PictureFileException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_garbled_file_breaks_the_reader(string kind)
    {
        var whole = Sample(kind, 40, 30);
#pragma warning disable CA5394 // The same garbling on every run.
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var garbled = whole.ToArray();
            for (var i = 0; i < 3; i++)
                garbled[random.Next(garbled.Length)] = (byte)random.Next(256);
#pragma warning restore CA5394
            try
            {
                PictureFile.Read(garbled).Cleaned();
            }
            catch (PictureFileException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    [Theory]
    [InlineData("jpg", 65_000, 65_000)]
    [InlineData("png", 2_000_000_000, 2_000_000_000)]
    [InlineData("webp", 16_000, 16_000)]
    [InlineData("gif", 60_000, 60_000)]
    public void A_picture_of_more_than_a_hundred_megapixels_is_refused(string kind, int width, int height) =>
        Assert.Contains("megapixels", Assert.Throws<PictureFileException>(() => PictureFile.Read(Sample(kind, width, height))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "SVG")]
    [InlineData("<?xml version=\"1.0\"?><svg/>", "SVG")]
    [InlineData("%PDF-1.7", "no JPEG")]
    [InlineData("", "no JPEG")]
    public void What_is_no_picture_is_refused_with_the_reason(string content, string reason) =>
        Assert.Contains(reason, Assert.Throws<PictureFileException>(() => PictureFile.Read(Encoding.ASCII.GetBytes(content))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_too_heavy_is_refused() =>
        Assert.Contains("MB", Assert.Throws<PictureFileException>(() => PictureFile.Read(new byte[PictureFile.MaxBytes + 1])).Message, StringComparison.Ordinal);

    private static byte[] Sample(string kind, int width, int height) => kind switch
    {
        "jpg" => Jpeg((ushort)width, (ushort)height),
        "png" => Png(width, height),
        "webp" => Webp(width, height),
        _ => Gif((ushort)width, (ushort)height),
    };

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

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Png(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
            .. PngChunk("IHDR", head), .. PngChunk("iCCP", [.. "a-profile\0"u8, 0]), .. PngChunk("eXIf", Tiff), .. PngChunk("tEXt", Encoding.ASCII.GetBytes(Secret)),
            .. PngChunk("IDAT", [1, 2, 3]), .. PngChunk("IEND", []), .. Encoding.ASCII.GetBytes(Secret),
        ];
    }

    private static byte[] PngChunk(string type, byte[] data)
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

    private static byte[] Riff(string type, byte[] data)
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
