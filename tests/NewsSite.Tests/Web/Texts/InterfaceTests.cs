using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Languages;
using NewsSite.Web.Texts;

namespace NewsSite.Tests.Web.Texts;

public sealed class InterfaceTests
{
    [Theory]
    [InlineData("en", "Skip to content")]
    [InlineData("nl", "Naar de inhoud")]
    [InlineData("fr", "Aller au contenu")]
    public void The_texts_are_found_when_the_program_runs(string language, string expected)
    {
        var factory = new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        var texts = new StringLocalizer<Interface>(factory);
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Language.OrDefault(language).Culture;
            Assert.Equal(expected, texts["Skip to content"]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
