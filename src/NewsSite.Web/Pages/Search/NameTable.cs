using NewsSite.Jobs.Places;

namespace NewsSite.Web.Pages.Search;

/// <summary>Names of one language in order, found by how any of their words begins. Immutable.</summary>
public sealed class NameTable
{
    /// <summary>A short beginning fits thousands: so many are looked at.</summary>
    private const int MostLookedAt = 3000;

    private readonly SuggestedName[] _names;

    /// <summary>Each word of each name with all that follows it, in order; Place: how many words stand before it.</summary>
    private readonly (string Start, int Place, int Name)[] _starts;

    /// <param name="names">The more important of one kind first.</param>
    public NameTable(IEnumerable<SuggestedName> names)
    {
        _names = [.. names];
        _starts = [.. _names.SelectMany((name, at) => Starts(PlaceName.Fold(name.Name), at)).OrderBy(start => start.Start, StringComparer.Ordinal)];
    }

    /// <summary>A few names of each of these kinds that begin so; those whose first word does come first.</summary>
    public IReadOnlyList<SuggestedName> Beginning(string typed, IReadOnlySet<SuggestionKind> kinds, int ofEach)
    {
        var start = PlaceName.Fold(typed);
        if (start.Length == 0)
            return [];
        return [.. From(start).TakeWhile(found => found.Start.StartsWith(start, StringComparison.Ordinal)).Take(MostLookedAt)
            .Where(found => kinds.Contains(_names[found.Name].Kind))
            .OrderBy(found => found.Place > 0).ThenBy(found => found.Name)
            .Select(found => _names[found.Name]).Distinct()
            .GroupBy(name => name.Kind).OrderBy(group => group.Key).SelectMany(group => group.Take(ofEach))];
    }

    private IEnumerable<(string Start, int Place, int Name)> From(string start)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_starts[middle].Start, start) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return _starts.Skip(low);
    }

    private static IEnumerable<(string Start, int Place, int Name)> Starts(string folded, int name)
    {
        for (var (at, place) = (0, 0); at < folded.Length; place++)
        {
            yield return (folded[at..], place, name);
            var space = folded.IndexOf(' ', at);
            at = space < 0 ? folded.Length : space + 1;
        }
    }
}
