using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsSite.Tests.Architecture;

/// <summary>
/// Every text that a project shows is there in every language, and none is there in vain. A project's texts lie in one set of
/// files, such as Interface.nl.resx; the keys are the English texts.
/// </summary>
public sealed partial class TextsTests
{
    private static readonly string[] Translations = ["nl", "fr"];

    public static TheoryData<string> Sets => [.. SourceTree.Files("src", ".resx").Select(file => OfSet().Replace(file.Path, "")).Distinct()];

    [Fact]
    public void The_sources_use_texts() =>
        Assert.True(KeysOf("src/NewsSite.Web/Texts/Interface").Count > 100, "Hardly any key was found: has the way to write them changed?");

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_text_is_translated(string set)
    {
        var used = KeysOf(set);
        Findings.MustBeNone(Translations.SelectMany(language => used.Except(TextsIn(set, language).Keys).Select(key => $"{FileOf(set, language)} lacks \"{key}\"")));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_name_from_the_code_has_English_words(string set) =>
        Findings.MustBeNone(KeysOf(set).Where(key => NameOfCode().IsMatch(key)).Except(TextsIn(set, "").Keys).Select(key => $"{FileOf(set, "")} lacks \"{key}\""));

    [Theory]
    [MemberData(nameof(Sets))]
    public void No_text_is_left_over(string set)
    {
        var used = KeysOf(set);
        Findings.MustBeNone(Translations.Append("").SelectMany(language => TextsIn(set, language).Keys.Except(used).Select(key => $"{FileOf(set, language)} has \"{key}\", which nobody uses")));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_translation_fills_in_what_its_text_does(string set)
    {
        var english = TextsIn(set, "");
        Findings.MustBeNone(Translations.SelectMany(language => TextsIn(set, language)
            .Where(text => !Places(english.GetValueOrDefault(text.Key, text.Key)).SetEquals(Places(text.Value)))
            .Select(text => $"{FileOf(set, language)}: \"{text.Value}\" has not the same places as \"{text.Key}\"")));
    }

    private static HashSet<string> KeysOf(string set)
    {
        var project = string.Join('/', set.Split('/').Take(2));
        return [.. SourceTree.Files(project, ".cs", ".cshtml", ".razor").SelectMany(file => KeysIn(Comment().Replace(file.Text(), "")))
            .Concat(set.EndsWith("/Interface", StringComparison.Ordinal) ? ScriptKeys() : [])];
    }

    /// <summary>The editor's scripts are handed all that is named Editor.…: what they ask by name, and what they put together. Comments bring their own.</summary>
    private static IEnumerable<string> ScriptKeys() =>
        SourceTree.Files("src/NewsSite.Web/Client/src/newsroom", ".ts").Where(file => !file.Path.Contains("/comments/", StringComparison.Ordinal)).SelectMany(file => ScriptKey().Matches(file.Text())).Select(key => "Editor." + key.Groups["key"].Value)
            .Concat(TextsIn("src/NewsSite.Web/Texts/Interface", "").Keys.Where(key => key.StartsWith("Editor.", StringComparison.Ordinal)));

    private static IEnumerable<string> KeysIn(string source) =>
        Key().Matches(source).Select(key => key.Groups["key"].Value).Concat(
            NameKey().Matches(source).Select(name => name.Groups["type"].Value).SelectMany(type => NamesOf(type).Select(name => $"{type}.{name}")));

    private static string[] NamesOf(string type) =>
        Enum.GetNames(SourceTree.Types().Single(candidate => candidate.IsEnum && candidate.Name == type));

    private static Dictionary<string, string> TextsIn(string set, string language)
    {
        var file = Repository.PathOf(FileOf(set, language));
        return language.Length == 0 && !File.Exists(file)
            ? []
            : XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
    }

    private static string FileOf(string set, string language) => $"{set}{(language.Length == 0 ? "" : "." + language)}.resx";

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    /// <summary>T["…"] on a page or in a mail, texts["…"] in code.</summary>
    [GeneratedRegex("""\b(T|[Tt]exts)\["(?<key>[^"]*)"[,\]]""")]
    private static partial Regex Key();

    /// <summary>texts["Contract." + contract]: one key for each value of the enum.</summary>
    [GeneratedRegex("""\b(T|[Tt]exts)\["(?<type>\w+)\." \+""")]
    private static partial Regex NameKey();

    /// <summary>texts('…') in a script.</summary>
    [GeneratedRegex("""\btexts\('(?<key>[\w-]+)'""")]
    private static partial Regex ScriptKey();

    [GeneratedRegex(@"^[A-Z]\w+\.[A-Za-z]\w+$")]
    private static partial Regex NameOfCode();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("^ *///.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(\.(nl|fr))?\.resx$")]
    private static partial Regex OfSet();
}
