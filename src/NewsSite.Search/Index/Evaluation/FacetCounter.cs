using NewsSite.Search.Index.Segments;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>Counts the values of facets and the bands of time and pay while hits are collected.</summary>
internal sealed class FacetCounter
{
    private readonly SearchRequest _request;
    private readonly DocumentFilter _filter;
    private readonly FacetValues _values;
    private readonly bool _isWanted;

    /// <summary>Of each value, the bit of its facet's condition; 0 if nothing was chosen in it.</summary>
    private readonly int[] _bits = [];
    private readonly int[] _counts = [];
    private readonly (long From, long To)[] _times;
    private readonly (long From, long To)[] _pays;
    private readonly int[] _timeCounts;
    private readonly int[] _payCounts;

    public FacetCounter(SearchRequest request, DocumentFilter filter, FacetValues values)
    {
        (_request, _filter, _values) = (request, filter, values);
        _times = [.. request.TimeBands.Select(band => (
            band.From is { } from ? ColumnsBuilder.MicrosecondsFrom(from) : long.MinValue, band.To is { } to ? ColumnsBuilder.MicrosecondsFrom(to) : long.MaxValue))];
        _pays = [.. request.PayBands.Select(band => (band.From ?? 0, band.To ?? long.MaxValue))];
        (_timeCounts, _payCounts) = (new int[_times.Length], new int[_pays.Length]);
        _isWanted = request.Facets.Count > 0;
        if (!_isWanted)
            return;
        (_counts, _bits) = (new int[values.Count], new int[filter.Facets.Count == 0 ? 0 : values.Count]);
        for (var number = 0; number < _bits.Length; number++)
        {
            for (var facet = 0; facet < filter.Facets.Count; facet++)
            {
                if (filter.Facets[facet].Name == values.All[number].Name)
                    _bits[number] = FilterScan.FacetBit(facet);
            }
        }
    }

    /// <summary>Hits.</summary>
    public void Count(Columns columns, ReadOnlySpan<int> documents)
    {
        if (_isWanted)
        {
            var (starts, numbers, counts) = (columns.Facets.Starts, columns.Facets.Numbers, _counts);
            foreach (var document in documents)
            {
                var end = starts[document + 1];
                for (var place = starts[document]; place < end; place++)
                    counts[numbers[place]]++;
            }
        }
        if (_times.Length > 0)
            Count(_times, _timeCounts, columns.At, documents);
        if (_pays.Length > 0)
            Count(_pays, _payCounts, columns.Pay, documents);
    }

    /// <summary>A document that would be a hit but for one condition.</summary>
    public void CountBeside(Columns columns, int document, int failed)
    {
        if (failed == FilterScan.TimeBit)
            Count(_times, _timeCounts, columns.At, [document]);
        else if (failed == FilterScan.PayBit)
            Count(_pays, _payCounts, columns.Pay, [document]);
        else if (_isWanted && failed >= FilterScan.FacetBit(0))
        {
            foreach (var number in columns.Facets[document])
                _counts[number] += _bits[number] == failed ? 1 : 0;
        }
    }

    public IReadOnlyList<ValueCount> TimeBands() => [.. _request.TimeBands.Select((band, index) => new ValueCount(band.Name, _timeCounts[index]))];

    public IReadOnlyList<ValueCount> PayBands() => [.. _request.PayBands.Select((band, index) => new ValueCount(band.Name, _payCounts[index]))];

    public IReadOnlyDictionary<string, IReadOnlyList<ValueCount>> Facets()
    {
        var byName = _request.Facets.Distinct().ToDictionary(name => name, _ => new List<ValueCount>());
        for (var number = 0; number < _counts.Length; number++)
        {
            if (_counts[number] > 0 && byName.TryGetValue(_values.All[number].Name, out var counts))
                counts.Add(new ValueCount(_values.All[number].Value, _counts[number]));
        }
        return byName.ToDictionary(facet => facet.Key, facet => (IReadOnlyList<ValueCount>)Best(facet.Key, facet.Value));
    }

    private List<ValueCount> Best(string name, List<ValueCount> counts)
    {
        counts.Sort((one, other) => other.Count != one.Count ? other.Count.CompareTo(one.Count) : string.CompareOrdinal(one.Value, other.Value));
        var chosen = _filter.Facets.Where(facet => facet.Name == name).SelectMany(facet => facet.Values).ToHashSet();
        var best = counts.Where((count, place) => place < _request.FacetSize || chosen.Contains(count.Value)).ToList();
        best.AddRange(chosen.Where(value => best.TrueForAll(count => count.Value != value)).Order(StringComparer.Ordinal).Select(value => new ValueCount(value, 0)));
        return best;
    }

    private static void Count((long From, long To)[] bands, int[] counts, Column column, ReadOnlySpan<int> documents)
    {
        for (var band = 0; band < bands.Length; band++)
        {
            var (from, to) = bands[band];
            var count = 0;
            foreach (var document in documents)
                count += column[document] >= from && column[document] < to ? 1 : 0;
            counts[band] += count;
        }
    }
}
