using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Newsroom.Forms;

/// <summary>A short text in each language of the paper, as a form sends it.</summary>
public sealed class WordsInput
{
    public string? En { get; set; }
    public string? Nl { get; set; }
    public string? Fr { get; set; }

    public static WordsInput Of(LocalizedText text) => new()
    {
        En = In(text, Language.English),
        Nl = In(text, Language.Dutch),
        Fr = In(text, Language.French),
    };

    public string this[Language language] => (language.Code switch { "nl" => Nl, "fr" => Fr, _ => En }) ?? "";

    /// <summary>The languages in which something was written.</summary>
    public LocalizedText ToText(int most, bool hasLines = false) => new(Language.All
        .Select(language => (language.Code, Text: Typed.Clean(this[language], most, hasLines))).Where(text => text.Text.Length > 0).ToDictionary(text => text.Code, text => text.Text));

    private static string In(LocalizedText text, Language language) => text.Has(language) ? text.In(language) : "";
}
