using NewsSite.Newsroom.Sections;

namespace NewsSite.Tests.Newsroom.Sections;

public sealed class SectionColourTests
{
    [Theory]
    [InlineData("#000000", 21.0)]
    [InlineData("#ffffff", 1.0)]
    [InlineData("#767676", 4.54)]
    [InlineData("#FF0000", 4.0)]
    public void Contrast_is_measured_against_white(string colour, double contrast) => Assert.Equal(contrast, SectionColour.OnWhite(colour), tolerance: 0.01);

    [Theory]
    [InlineData("#ff0000")]
    [InlineData("#ffffff")]
    [InlineData("#9acd32")]
    public void A_colour_that_is_too_light_is_made_readable(string colour)
    {
        Assert.False(SectionColour.IsReadable(colour));
        Assert.InRange(SectionColour.OnWhite(SectionColour.Readable(colour)), SectionColour.LeastContrast, SectionColour.LeastContrast + 1);
    }

    [Theory]
    [InlineData("#12345")]
    [InlineData("red")]
    [InlineData("#12345g")]
    [InlineData("#123456}")]
    public void Only_six_digits_are_a_colour(string text) => Assert.False(SectionColour.IsColour(text));
}
