using System.Text.Json;
using NewsSite.Platform.Languages;

namespace NewsSite.Transfer.Sample;

/// <summary>
/// Word lists of one language from which sample texts are put together. A phrase holds others in braces: "{street}" is any
/// street, "{$street}" the one that the text is about, "{Street}" begins with a capital, "{3-12}" is a number.
/// </summary>
internal sealed class Phrases
{
    private readonly Dictionary<string, string[]> _lists;

    private Phrases(Language language, Dictionary<string, string[]> lists)
    {
        Language = language;
        _lists = lists;
    }

    public Language Language { get; }

    public static Phrases Of(Language language)
    {
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream($"Sample/words.{language.Code}.json")!;
        return new Phrases(language, JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!);
    }

    public IReadOnlyList<string> this[string list] =>
        _lists.TryGetValue(list, out var phrases) ? phrases : throw new InvalidDataException($"Sample/words.{Language.Code}.json has no list '{list}'");

    public bool Has(string list) => _lists.ContainsKey(list);
}
