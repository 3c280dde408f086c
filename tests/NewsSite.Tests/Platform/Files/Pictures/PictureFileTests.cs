using System.Text;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Tests.Platform.Files.Pictures;

public sealed class PictureFileTests
{
    private const string Secret = PictureSamples.Secret;

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

    private static byte[] Sample(string kind, int width, int height) => PictureSamples.Of(kind, width, height);
}
