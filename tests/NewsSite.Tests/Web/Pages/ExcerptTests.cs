using NewsSite.Web.Pages;

namespace NewsSite.Tests.Web.Pages;

public sealed class ExcerptTests
{
    [Fact]
    public void A_short_text_stays_as_it_is_on_one_line() => Assert.Equal("One line. Another.", Excerpt.Of("One line.\nAnother."));

    [Fact]
    public void A_long_one_ends_with_a_whole_word() =>
        Assert.Equal(string.Join(' ', Enumerable.Repeat("word", 32)) + "…", Excerpt.Of(string.Join(' ', Enumerable.Repeat("word", 100))));

    [Theory]
    [InlineData(159)]
    [InlineData(160)]
    [InlineData(161)]
    public void It_never_cuts_a_letter_in_half(int before)
    {
        var excerpt = Excerpt.Of(new string('a', before) + string.Concat(Enumerable.Repeat("\ud83d\udc26", 20)));

        Assert.True(excerpt.IsNormalized());
    }
}
