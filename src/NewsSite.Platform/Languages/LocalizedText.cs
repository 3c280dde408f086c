using System.Text.Json;

namespace NewsSite.Platform.Languages;

/// <summary>One short text in the paper's languages, such as a section's name; stored as a JSON object by language code.</summary>
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    public static readonly LocalizedText Empty = new(new Dictionary<string, string>());

    private readonly IReadOnlyDictionary<string, string> _texts;

    public LocalizedText(IReadOnlyDictionary<string, string> texts) => _texts = texts;

    public LocalizedText(Language language, string text)
        : this(new Dictionary<string, string> { [language.Code] = text })
    {
    }

    /// <summary>The text in that language; where it has none in the default language, else in any.</summary>
    public string In(Language language) =>
        _texts.TryGetValue(language.Code, out var text) || _texts.TryGetValue(Language.Default.Code, out text)
            ? text
            : _texts.Values.FirstOrDefault() ?? "";

    /// <summary>No text in any language.</summary>
    public bool IsEmpty => _texts.Values.All(string.IsNullOrWhiteSpace);

    /// <summary>The texts of all languages, in no order.</summary>
    public IEnumerable<string> All => _texts.Values;

    /// <summary>The text in exactly that language; empty where it has none.</summary>
    public string Own(Language language) => _texts.GetValueOrDefault(language.Code, "");

    public bool Has(Language language) => _texts.ContainsKey(language.Code);

    public LocalizedText With(Language language, string text) =>
        new(new Dictionary<string, string>(_texts) { [language.Code] = text });

    public static LocalizedText FromJson(string json) =>
        json.Length == 0 ? Empty : new LocalizedText(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);

    /// <summary>The keys in order, so that equal texts are stored alike.</summary>
    public string ToJson() => JsonSerializer.Serialize(new SortedDictionary<string, string>(
        _texts.ToDictionary(text => text.Key, text => text.Value), StringComparer.Ordinal));

    public bool Equals(LocalizedText? other) => other is not null && ToJson() == other.ToJson();

    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());
}
