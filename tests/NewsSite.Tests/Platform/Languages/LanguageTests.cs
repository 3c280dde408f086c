using NewsSite.Platform.Languages;

namespace NewsSite.Tests.Platform.Languages;

public sealed class LanguageTests
{
    [Fact]
    public void The_default_language_has_no_prefix_and_the_others_have_their_code() =>
        Assert.Equal(["", "/nl", "/fr"], Language.All.Select(language => language.Prefix));

    [Theory]
    [InlineData("nl", "nl")]
    [InlineData("NL", "en")]
    [InlineData("de", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void An_unknown_code_falls_back_to_the_default(string? code, string language) => Assert.Equal(language, Language.OrDefault(code).Code);

    [Fact]
    public void A_text_falls_back_to_the_default_language_and_then_to_any()
    {
        var both = new LocalizedText(Language.English, "Politics").With(Language.Dutch, "Politiek");
        var dutch = new LocalizedText(Language.Dutch, "Politiek");

        Assert.Equal(("Politiek", "Politics", "Politiek", ""), (both.In(Language.Dutch), both.In(Language.French), dutch.In(Language.French), LocalizedText.Empty.In(Language.Dutch)));
    }

    [Fact]
    public void Texts_are_equal_whatever_the_order_they_were_written_in() =>
        Assert.Equal(
            new LocalizedText(Language.English, "a").With(Language.Dutch, "b"),
            new LocalizedText(Language.Dutch, "b").With(Language.English, "a"));
}
