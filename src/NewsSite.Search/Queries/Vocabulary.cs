using System.Globalization;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Text;

namespace NewsSite.Search.Queries;

/// <summary>
/// Names that mean the same: occupations in three languages, places in two; and where places lie. Immutable; the host makes another
/// one when its tables change.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>In words; longer names are not looked for.</summary>
    public const int MaxNameLength = 6;

    /// <summary>Of one group; a question must stay small.</summary>
    private const int MaxNames = 40;

    private readonly Lexicon _lexicon;
    private readonly Func<string, GeoPoint?> _pointOf;
    private readonly Dictionary<string, List<Group>> _groups = [];

    /// <param name="lexicon">Names are found in any of their forms.</param>
    /// <param name="names">Names that mean the same.</param>
    /// <param name="pointOf">Where a town or postal code lies; null: it is not known.</param>
    public Vocabulary(Lexicon lexicon, IEnumerable<SameNames> names, Func<string, GeoPoint?> pointOf)
    {
        _lexicon = lexicon;
        _pointOf = pointOf;
        foreach (var same in names)
        {
            var group = new Group([.. same.Names.Select(KnownBy).OfType<KnownName>().Take(MaxNames)], same.Weight);
            foreach (var key in group.Names.SelectMany(name => name.Keys).Distinct())
            {
                if (!_groups.TryGetValue(key, out var groups))
                    _groups[key] = groups = [];
                groups.Add(group);
            }
        }
    }

    public static Vocabulary Empty(Lexicon lexicon) => new(lexicon, [], _ => null);

    /// <summary>The place of a town, a postal code or a position such as "50.8466,4.3528"; null: it is not known.</summary>
    public GeoPoint? PointOf(string place) => Position(place) ?? _pointOf(place);

    /// <summary>The other names of what these words name, in any of the languages; none mostly.</summary>
    internal IReadOnlyList<OtherName> OthersOf(IReadOnlyList<string> words)
    {
        var keys = Language.All.Select(language => KeyOf(words, language)).ToList();
        return keys.SelectMany(key => _groups.GetValueOrDefault(key) ?? []).Distinct()
            .SelectMany(group => group.Names.Where(name => !name.Keys.Intersect(keys).Any()).Select(name => new OtherName(name.Words, name.Languages, group.Weight)))
            .Take(MaxNames).ToList();
    }

    private KnownName? KnownBy(Name name)
    {
        var words = WordsOf(name.Text);
        if (words.Count is 0 or > MaxNameLength)
            return null;
        IReadOnlyList<Language> languages = name.Language is { } language ? [language] : Language.All;
        return new KnownName(words, languages, [.. languages.Select(language => KeyOf(words, language))]);
    }

    private static List<string> WordsOf(string text)
    {
        List<string> words = [];
        var reader = new WordReader(text);
        while (words.Count <= MaxNameLength && reader.Read())
            words.Add(reader.Word.ToString());
        return words;
    }

    /// <summary>With joined words apart: "poids-lourd" is "poids lourd".</summary>
    private string KeyOf(IEnumerable<string> words, Language language) =>
        language.Code + " " + string.Join(' ', words.SelectMany(WordParts.OrWhole).Select(word => _lexicon.Analyse(word, language).Stem));

    private static GeoPoint? Position(string place)
    {
        var comma = place.IndexOf(',', StringComparison.Ordinal);
        return comma > 0
            && double.TryParse(place.AsSpan(0, comma), NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(place.AsSpan(comma + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new GeoPoint(latitude, longitude)
            : null;
    }

    private sealed record Group(IReadOnlyList<KnownName> Names, double Weight);

    private sealed record KnownName(IReadOnlyList<string> Words, IReadOnlyList<Language> Languages, IReadOnlyList<string> Keys);
}

/// <summary>Names that mean the same.</summary>
/// <param name="Names">One or several words each.</param>
/// <param name="Weight">Of the rank that another name than the typed one gets, 0 to 1: 1 for names of a place, less for similar occupations.</param>
public sealed record SameNames(IReadOnlyList<Name> Names, double Weight);

/// <param name="Text">As one writes it.</param>
/// <param name="Language">In which it is such a name; null: in all, as for places.</param>
public sealed record Name(string Text, Language? Language);

/// <summary>Another name's words, as a reader gives them, and the languages in which it is one.</summary>
internal sealed record OtherName(IReadOnlyList<string> Words, IReadOnlyList<Language> Languages, double Weight);
