using System.Collections.Frozen;
using NewsSite.Search.Documents;

namespace NewsSite.Jobs.Places;

/// <summary>
/// Where places lie, and by which names and postal codes they are known. Immutable: after an import another takes its stead.
/// </summary>
public sealed class Gazetteer
{
    public static readonly Gazetteer Empty = new([]);

    private static readonly char[] Separators = ['/', ',', '(', ')', ';', '|', '–', '—'];

    private readonly FrozenDictionary<string, Place[]> _byName;
    private readonly FrozenDictionary<string, Place[]> _byCode;
    private readonly FrozenDictionary<string, Place> _byKey;

    /// <summary>All folded names in order, for what is being typed.</summary>
    private readonly (string Name, Place Place)[] _names;

    /// <param name="places">In any order.</param>
    internal Gazetteer(IEnumerable<Place> places)
    {
        Places = [.. places.OrderByDescending(place => place.Country == Place.Home).ThenByDescending(place => place.Inhabitants).ThenBy(place => place.Key, StringComparer.Ordinal)];
        _byName = Group(Places.SelectMany(place => place.AllNames.Select(name => (PlaceName.Fold(name), place))));
        _byCode = Group(Places.SelectMany(place => place.PostalCodes.Select(code => (Code(code), place))));
        _byKey = Places.DistinctBy(place => place.Key).ToFrozenDictionary(place => place.Key);
        _names = [.. Places.SelectMany(place => place.AllNames.Select(name => (PlaceName.Fold(name), place))).OrderBy(name => name.Item1, StringComparer.Ordinal)];
    }

    /// <summary>The best known first.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>The place with that <see cref="Place.Key"/>.</summary>
    public Place? this[string key] => _byKey.GetValueOrDefault(key);

    /// <summary>The places with this name in any language, however it is written, the best known first.</summary>
    public IReadOnlyList<Place> Named(string name) => _byName.GetValueOrDefault(PlaceName.Fold(name)) ?? [];

    public IReadOnlyList<Place> WithCode(string postalCode) => _byCode.GetValueOrDefault(Code(postalCode)) ?? [];

    /// <summary>The municipality that a place lies in or is; null: not known.</summary>
    public Place? MunicipalityOf(Place place) => place.Municipality.Length == 0
        ? null
        : Named(place.Municipality).Where(named => named.Country == place.Country).MinBy(named => named.Point.KilometresTo(place.Point));

    /// <summary>What somebody means who types a town, a postal code or both, perhaps in two languages: "Elsene / Ixelles", "1050 Ixelles", "B-1050".</summary>
    /// <returns>Null: it is not known.</returns>
    public Place? Find(string typed)
    {
        if (typed.Length > 200)
            return null;
        if (FindOne(typed) is { } whole)
            return whole;
        return typed.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(FindOne).FirstOrDefault(part => part is not null);
    }

    /// <summary>Where an advert's place lies. Where code and town do not fit, the town counts: codes are mistyped more easily.</summary>
    /// <returns>Null: neither is known.</returns>
    public Place? Find(string town, string postalCode, string country)
    {
        IReadOnlyList<Place> coded = postalCode.Length == 0 ? [] : [.. WithCode(postalCode).Where(place => place.Country == country)];
        var name = PlaceName.Fold(town);
        if (coded.FirstOrDefault(place => place.AllNames.Any(own => PlaceName.Fold(own) == name)) is { } both)
            return both;
        var named = Named(town).Where(place => place.Country == country).ToList();
        if (named.Count > 0)
            return coded.Count == 0 ? named[0] : named.MinBy(place => place.Point.KilometresTo(coded[0].Point));
        return coded.Count > 0 ? coded[0] : Find(town) is { } found && found.Country == country ? found : null;
    }

    /// <summary>Places for what is being typed, in any language or as a postal code: those that are called exactly so, then the best known.</summary>
    public IReadOnlyList<Place> Suggest(string typed, int size)
    {
        var start = PlaceName.Fold(typed);
        if (start.Length == 0)
            return [];
        var found = From(start).TakeWhile(name => name.Name.StartsWith(start, StringComparison.Ordinal));
        if (char.IsAsciiDigit(start[0]))
            found = found.Concat(Places.SelectMany(place => place.PostalCodes.Where(code => Code(code).StartsWith(Code(start), StringComparison.Ordinal)).Select(code => (Code(code), place))));
        return [.. found.OrderByDescending(name => name.Name == start).ThenByDescending(name => name.Place.Country == Place.Home)
            .ThenByDescending(name => name.Place.Inhabitants).ThenBy(name => name.Name, StringComparer.Ordinal)
            .Select(name => name.Place).Distinct().Take(size)];
    }

    /// <summary>The place that lies nearest to a point; null where there is none at all.</summary>
    public Place? Nearest(GeoPoint point) => Places.MinBy(place => place.Point.KilometresTo(point));

    /// <summary>One name or code, or a code before or behind a name; a name may be left unfinished after a whole word: "Saint-Josse".</summary>
    private Place? FindOne(string typed)
    {
        if (Named(typed) is [var named, ..])
            return named;
        if (WithCode(typed) is [var coded, ..])
            return coded;
        var folded = PlaceName.Fold(typed);
        if (folded.Length < 3)
            return null;
        var words = folded.Split(' ');
        if (words.Length > 1 && (words[0] is "b" or "be") && WithCode(words[1]) is [_, ..])
            return words.Length == 2 ? WithCode(words[1])[0] : Find(string.Join(' ', words[2..]), words[1], Place.Home);
        if (words.Length > 1 && WithCode(words[0]) is [var before, ..])
            return Find(string.Join(' ', words[1..]), words[0], before.Country);
        if (words.Length > 1 && WithCode(words[^1]) is [var behind, ..])
            return Find(string.Join(' ', words[..^1]), words[^1], behind.Country);
        var start = folded + ' ';
        return From(start).TakeWhile(name => name.Name.StartsWith(start, StringComparison.Ordinal)).Select(name => name.Place).MaxBy(place => place.Inhabitants);
    }

    /// <summary>The names from that one on, in order.</summary>
    private IEnumerable<(string Name, Place Place)> From(string start)
    {
        var (low, high) = (0, _names.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_names[middle].Name, start) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return _names.Skip(low);
    }

    private static FrozenDictionary<string, Place[]> Group(IEnumerable<(string Word, Place Place)> words) =>
        words.Where(word => word.Word.Length > 0).GroupBy(word => word.Word).ToFrozenDictionary(group => group.Key, group => group.Select(word => word.Place).Distinct().ToArray());

    /// <summary>British and Dutch codes are written with and without a space.</summary>
    private static string Code(string code) => code.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
