using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace NewsSite.Web.Texts;

/// <summary>
/// The words of <see cref="Interface"/>, read once for each language. The framework's localizer builds a text to look each word
/// up by, and a page asks for more than a hundred.
/// </summary>
public sealed class InterfaceTexts : IStringLocalizer<Interface>
{
    private readonly ResourceManager _resources = new(typeof(Interface));
    private readonly ConcurrentDictionary<CultureInfo, FrozenDictionary<string, LocalizedString>> _languages = new();

    private FrozenDictionary<string, LocalizedString> Words => _languages.GetOrAdd(CultureInfo.CurrentUICulture, Read);

    public LocalizedString this[string name] =>
        Words.TryGetValue(name, out var word) ? word : new LocalizedString(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var word = this[name];
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, word.Value, arguments), word.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => Words.Values;

    /// <summary>A culture's own words, and where it lacks one those of its parents.</summary>
    private FrozenDictionary<string, LocalizedString> Read(CultureInfo culture)
    {
        var words = new Dictionary<string, LocalizedString>(StringComparer.Ordinal);
        for (var from = culture; ; from = from.Parent)
        {
            foreach (var word in _resources.GetResourceSet(from, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>() ?? [])
                words.TryAdd((string)word.Key, new LocalizedString((string)word.Key, (string)word.Value!));
            if (from.Equals(CultureInfo.InvariantCulture))
                return words.ToFrozenDictionary(StringComparer.Ordinal);
        }
    }
}
