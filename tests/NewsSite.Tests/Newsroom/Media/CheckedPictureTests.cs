using NewsSite.Newsroom.Media;
using NewsSite.Tests.Platform.Files.Pictures;

namespace NewsSite.Tests.Newsroom.Media;

/// <summary>Nothing of what is said about a picture is believed.</summary>
public sealed class CheckedPictureTests
{
    [Theory]
    [InlineData(4000, 2667, new[] { 320, 640, 960, 1280, 1920 })]
    [InlineData(1920, 1280, new[] { 320, 640, 960, 1280, 1920 })]
    [InlineData(900, 601, new[] { 320, 640, 900 })]
    [InlineData(320, 200, new[] { 320 })]
    [InlineData(17, 300, new[] { 17 })]
    public void The_sizes_that_a_browser_makes_are_taken(int width, int height, int[] widths)
    {
        Assert.Equal(widths, PictureWidths.Of(width));
        Assert.Equal("tram.jpg", CheckedPicture.OfSizes("tram.jpg", width, height, Sizes(width, height)).Name);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\..\\boot.ini")]
    [InlineData("C:\\pictures\\tram.jpg")]
    [InlineData("/media/tram.jpg")]
    [InlineData("..")]
    [InlineData("tram\0.jpg")]
    [InlineData("tram\r\nX: y.jpg")]
    [InlineData("gpj\u202Emart.exe")]
    [InlineData(" ")]
    [InlineData("")]
    public void A_name_that_is_a_path_or_hides_something_is_refused(string name) =>
        MustBe(MediaFault.BadName, () => CheckedPicture.OfSizes(name, 320, 200, Sizes(320, 200)));

    [Fact]
    public void A_name_without_an_end_is_refused() =>
        MustBe(MediaFault.BadName, () => CheckedPicture.OfSizes(new string('a', 201), 320, 200, Sizes(320, 200)));

    [Fact]
    public void Sizes_of_other_widths_shapes_kinds_or_numbers_are_refused()
    {
        MustBe(MediaFault.NoFile, () => CheckedPicture.OfSizes("a", 320, 200, []));
        MustBe(MediaFault.TooManyFiles, () => CheckedPicture.OfSizes("a", 4000, 2000, [.. Sizes(4000, 2000), .. Sizes(320, 160)]));
        MustBe(MediaFault.WrongWidths, () => CheckedPicture.OfSizes("a", 900, 600, Sizes(320, 213)));
        MustBe(MediaFault.WrongWidths, () => CheckedPicture.OfSizes("a", 320, 200, [.. Sizes(320, 200), .. Sizes(320, 200)]));
        MustBe(MediaFault.WrongWidths, () => CheckedPicture.OfSizes("a", 5000, 5000, [PictureSamples.Clean("webp", 5000, 5000)]));
        MustBe(MediaFault.OtherShape, () => CheckedPicture.OfSizes("a", 900, 600, [.. Sizes(900, 600).Skip(1), PictureSamples.Clean("webp", 320, 320)]));
        MustBe(MediaFault.OtherShape, () => CheckedPicture.OfSizes("a", 0, 600, Sizes(320, 200)));
        MustBe(MediaFault.TooManyPixels, () => CheckedPicture.OfSizes("a", 12_000, 12_000, Sizes(320, 320)));
        MustBe(MediaFault.TooManyPixels, () => CheckedPicture.OfSizes("a", 320, 200, [PictureSamples.Of("png", 20_000, 12_500)]));
        MustBe(MediaFault.Animation, () => CheckedPicture.OfSizes("a", 320, 200, [PictureSamples.Of("gif", 320, 200)]));
        MustBe(MediaFault.MoreThanPicture, () => CheckedPicture.OfSizes("a", 320, 200, [(byte[])[.. PictureSamples.Clean("jpg", 320, 200), .. "PK\u0003\u0004"u8]]));
        MustBe(MediaFault.Svg, () => CheckedPicture.OfSizes("a.webp", 320, 200, ["<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()]));
        MustBe(MediaFault.NoPicture, () => CheckedPicture.OfSizes("a.webp", 320, 200, ["<!doctype html><script>"u8.ToArray()]));
        MustBe(MediaFault.Broken, () => CheckedPicture.OfSizes("a", 320, 200, [PictureSamples.Clean("png", 320, 200).AsMemory(0, 60)]));
    }

    private static List<ReadOnlyMemory<byte>> Sizes(int width, int height) =>
        [.. PictureWidths.Of(width).Select(each => (ReadOnlyMemory<byte>)PictureSamples.Clean("webp", each, (int)Math.Round((double)height * each / width)))];

    private static void MustBe(MediaFault fault, Func<CheckedPicture> check) => Assert.Equal(fault, Assert.Throws<MediaRefusedException>(check).Fault);
}
