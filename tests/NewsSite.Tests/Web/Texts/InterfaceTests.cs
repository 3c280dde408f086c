using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Languages;
using NewsSite.Tests.Architecture;
using NewsSite.Web.Texts;

namespace NewsSite.Tests.Web.Texts;

/// <summary>Every text of the interface is there in every language, and none is there in vain.</summary>
public sealed partial class InterfaceTests
{
    private const string Folder = "src/NewsSite.Web/Texts";

    private static readonly IReadOnlyList<string> Used = [.. KeysInSources().Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void The_sources_use_texts() => Assert.True(Used.Count > 100, "Hardly any key was found: has the way to write them changed?");

    [Theory]
    [InlineData("nl")]
    [InlineData("fr")]
    public void Every_text_is_translated(string language)
    {
        var there = TextsIn(language);
        Findings.MustBeNone(Used.Where(key => !there.ContainsKey(key)).Select(key => $"{Folder}/Interface.{language}.resx lacks \"{key}\""));
    }

    [Fact]
    public void A_name_from_the_code_has_English_words()
    {
        var there = TextsIn("");
        Findings.MustBeNone(Used.Where(IsName).Where(key => !there.ContainsKey(key)).Select(key => $"{Folder}/Interface.resx lacks \"{key}\""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nl")]
    [InlineData("fr")]
    public void No_text_is_left_over(string language) =>
        Findings.MustBeNone(TextsIn(language).Keys.Except(Used).Select(key => $"{FileOf(language)} has \"{key}\", which nobody uses"));

    [Theory]
    [InlineData("nl")]
    [InlineData("fr")]
    public void A_translation_fills_in_what_its_text_does(string language) =>
        Findings.MustBeNone(TextsIn(language)
            .Where(text => !Places(text.Key).SetEquals(Places(text.Value)))
            .Select(text => $"{FileOf(language)}: \"{text.Value}\" has not the same places as \"{text.Key}\""));

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

    private static IEnumerable<string> KeysInSources()
    {
        foreach (var source in SourceTree.Files("src", ".cs", ".cshtml", ".razor").Select(file => file.Text()))
        {
            foreach (Match key in Key().Matches(source))
                yield return key.Groups["key"].Value;
            foreach (Match name in NameKey().Matches(source))
            {
                foreach (var value in NamesOf(name.Groups["type"].Value))
                    yield return $"{name.Groups["type"].Value}.{value}";
            }
        }
    }

    private static string[] NamesOf(string type) =>
        Enum.GetNames(SourceTree.Types().Single(candidate => candidate.IsEnum && candidate.Name == type));

    private static bool IsName(string key) => NameOfCode().IsMatch(key);

    private static Dictionary<string, string> TextsIn(string language) => XDocument.Load(Repository.PathOf(FileOf(language)))
        .Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static string FileOf(string language) => $"{Folder}/Interface{(language.Length == 0 ? "" : "." + language)}.resx";

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    /// <summary>T["…"] on a page, texts["…"] in code.</summary>
    [GeneratedRegex("""\b(T|texts)\["(?<key>[^"]*)"[,\]]""")]
    private static partial Regex Key();

    /// <summary>texts["Contract." + contract]: one key for each value of the enum.</summary>
    [GeneratedRegex("""\b(T|texts)\["(?<type>\w+)\." \+""")]
    private static partial Regex NameKey();

    [GeneratedRegex(@"^[A-Z]\w+\.[A-Z]\w+$")]
    private static partial Regex NameOfCode();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
