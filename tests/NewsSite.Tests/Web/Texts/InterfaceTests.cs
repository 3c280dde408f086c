using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Platform.Languages;
using NewsSite.Web.Texts;

namespace NewsSite.Tests.Web.Texts;

public sealed class InterfaceTests
{
    private readonly InterfaceTexts _texts = new();

    [Theory]
    [InlineData("en", "Skip to content")]
    [InlineData("nl", "Naar de inhoud")]
    [InlineData("fr", "Aller au contenu")]
    public void The_texts_are_found_when_the_program_runs(string language, string expected) =>
        Assert.Equal(expected, In(language, texts => texts["Skip to content"]));

    [Theory]
    [InlineData("en", "Page 2 of 5")]
    [InlineData("nl", "Pagina 2 van 5")]
    [InlineData("fr", "Page 2 sur 5")]
    public void Words_are_filled_in(string language, string expected) =>
        Assert.Equal(expected, In(language, texts => texts["Page {0} of {1}", 2, 5]));

    [Fact]
    public void A_name_from_the_code_has_English_words() => Assert.Equal("Permanent", In("en", texts => texts["Contract.Permanent"]));

    [Fact]
    public void A_text_that_is_nowhere_is_said_as_it_was_asked()
    {
        var unknown = In("nl", texts => texts["Nobody said this"]);

        Assert.Equal("Nobody said this", unknown.Value);
        Assert.True(unknown.ResourceNotFound);
    }

    private LocalizedString In(string language, Func<IStringLocalizer, LocalizedString> ask)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Language.OrDefault(language).Culture;
            return ask(_texts);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
