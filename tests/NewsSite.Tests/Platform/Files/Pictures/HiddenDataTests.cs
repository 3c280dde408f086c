using System.Text;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Tests.Platform.Files.Pictures;

/// <summary>Every place in a container where something can ride along that is no picture.</summary>
public sealed class HiddenDataTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes(PictureSamples.Secret);

    /// <summary>Marker, and what its data begin with: IPTC of Photoshop, more pictures, depth, a comment, what no decoder knows.</summary>
    public static TheoryData<byte, string> Segments => new()
    {
        { 0xE1, "Exif\0\0" },
        { 0xE1, "http://ns.adobe.com/xap/1.0/\0" },
        { 0xE1, "http://ns.adobe.com/xmp/extension/\0" },
        { 0xE2, "MPF\0" },
        { 0xE3, "META\0\0" },
        { 0xEB, "JP\0\0" },
        { 0xED, "Photoshop 3.0\u00008BIM\u0004\u0004" },
        { 0xEE, "Adobe\0d\0\0\0\0\u0001" },
        { 0xEF, "Q" },
        { 0xF0, "" },
        { 0xFE, "" },
        { 0xDC, "" },
    };

    [Theory]
    [MemberData(nameof(Segments))]
    public void No_segment_of_a_JPEG_carries_anything_but_the_picture(byte marker, string beginning) =>
        MustBeClean([.. PictureSamples.Clean("jpg", 40, 30).AsSpan(0, 2), .. PictureSamples.Segment(marker, [.. Encoding.Latin1.GetBytes(beginning), .. Secret]), .. PictureSamples.Clean("jpg", 40, 30).AsSpan(2)]);

    [Theory]
    [InlineData("tEXt", "Comment\0")]
    [InlineData("zTXt", "Comment\0\0")]
    [InlineData("iTXt", "XML:com.adobe.xmp\0\0\0\0\0")]
    [InlineData("eXIf", "MM\0*\0\0\0\u0008")]
    [InlineData("tIME", "")]
    [InlineData("gAMA", "")]
    [InlineData("pHYs", "")]
    [InlineData("sPLT", "")]
    [InlineData("iCCP", "Name\0\0")]
    [InlineData("caBX", "")]
    [InlineData("prVt", "")]
    public void No_chunk_of_a_PNG_carries_anything_but_the_picture(string type, string beginning) =>
        MustBeClean(BehindHead(PictureSamples.Clean("png", 40, 30), PictureSamples.PngChunk(type, [.. Encoding.Latin1.GetBytes(beginning), .. Secret])));

    [Theory]
    [InlineData("EXIF")]
    [InlineData("XMP ")]
    [InlineData("JUMB")]
    [InlineData("    ")]
    public void No_chunk_of_a_WebP_carries_anything_but_the_picture(string type)
    {
        var clean = PictureSamples.Clean("webp", 40, 30);
        MustBeClean(PictureSamples.Riff("RIFF", [.. clean.AsSpan(8), .. PictureSamples.Riff(type, Secret)]));
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    public void What_stands_behind_the_picture_is_seen_and_not_kept(string kind)
    {
        var clean = PictureSamples.Clean(kind, 40, 30);
        Assert.False(PictureFile.Read(clean).IsFollowed);

        byte[] followed = [.. clean, .. "PK\u0003\u0004"u8, .. Secret];

        Assert.True(PictureFile.Read(followed).IsFollowed);
        MustBeClean(followed);
    }

    [Fact]
    public void A_text_that_unpacks_to_a_gigabyte_is_dropped_unread_and_so_is_such_a_profile()
    {
        var bomb = PictureSamples.Packed(256 * 1024 * 1024);
        var clean = PictureSamples.Clean("png", 40, 30);
        foreach (var chunk in new[] { PictureSamples.PngChunk("zTXt", [.. "Comment\0\0"u8, .. bomb]), PictureSamples.PngChunk("iCCP", [.. "Profile\0\0"u8, .. bomb]) })
        {
            var read = PictureFile.Read(BehindHead(clean, chunk));
            Assert.True(read.Cleaned().Length <= clean.Length);
        }
    }

    [Fact]
    public void A_WebP_is_as_large_as_its_picture_and_not_as_its_head_says()
    {
        var large = PictureSamples.Clean("webp", 9000, 9000);
        var small = PictureSamples.Clean("webp", 40, 30);
        // The head of the small one before the picture of the large one.
        byte[] mixed = [.. small.AsSpan(12, 18), .. large.AsSpan(30)];

        var refused = Assert.Throws<PictureFileException>(() => PictureFile.Read(PictureSamples.Riff("RIFF", [.. "WEBP"u8, .. mixed])));
        Assert.Equal(PictureFault.Broken, refused.Fault);
    }

    private static byte[] BehindHead(byte[] png, byte[] chunk) => [.. png.AsSpan(0, 33), .. chunk, .. png.AsSpan(33)];

    private static void MustBeClean(byte[] file) =>
        Assert.Equal(-1, PictureFile.Read(file).Cleaned().AsSpan().IndexOf(Secret));
}
