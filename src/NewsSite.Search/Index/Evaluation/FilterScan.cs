using System.Numerics;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Index.Segments;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>
/// Tells of each document of a segment which conditions it fails, a bit each. One that fails none is a hit; one that fails a single one is
/// counted in that condition's own facet, as the count there is of what choosing another value would give ("drill sideways").
/// </summary>
internal sealed class FilterScan
{
    public const int NoHit = 1 << 31;
    public const int TimeBit = 1;
    public const int PayBit = 2;
    private const int NearBit = 4;
    private const int FirstFacetBit = 8;
    private const int MostFacets = 24;

    private readonly DocumentFilter _filter;
    private readonly int[] _satisfies;
    private readonly int _facetBits;
    private Columns _columns = null!;
    private double[] _kilometres = [];
    private bool[] _isNear = [];
    private bool[] _isOfKind = [];
    private readonly bool[] _isOfLanguage;

    /// <summary>Nothing is asked of a document but that it is still to be found.</summary>
    private readonly bool _isOpen;
    private readonly bool _isPlaced;

    /// <param name="values">The facets' values, by their numbers.</param>
    public FilterScan(DocumentFilter filter, ReadOnlySpan<Facet> values)
    {
        if (filter.Facets.Count > MostFacets)
            throw new ArgumentException($"A query narrows {MostFacets} facets down at most.", nameof(filter));
        _filter = filter;
        _isPlaced = filter.Near is not null || filter.IsNowhere;
        _isOpen = filter is { Kinds: [], Languages: [], Facets: [], Near: null, IsNowhere: false, From: null, To: null, LeastPay: null };
        _facetBits = ((1 << filter.Facets.Count) - 1) * FirstFacetBit;
        _satisfies = filter.Facets.Count == 0 ? [] : new int[values.Length];
        for (var facet = 0; facet < filter.Facets.Count; facet++)
        {
            var (name, chosen) = filter.Facets[facet];
            for (var number = 0; number < values.Length; number++)
            {
                if (values[number].Name == name && chosen.Contains(values[number].Value))
                    _satisfies[number] |= FirstFacetBit << facet;
            }
        }
        _isOfLanguage = [.. Language.All.Select(language => filter.Languages.Count == 0 || filter.Languages.Contains(language))];
    }

    public static int FacetBit(int facet) => FirstFacetBit << facet;

    public static bool IsSingle(int failed) => BitOperations.IsPow2((uint)failed);

    public void Begin(Columns columns)
    {
        _columns = columns;
        _isOfKind = [.. columns.Kinds.Select(kind => _filter.Kinds.Count == 0 || _filter.Kinds.Contains(kind))];
        if (_filter.Near is { } near)
        {
            _kilometres = Array.ConvertAll(columns.Points, near.Centre.KilometresTo);
            _isNear = Array.ConvertAll(columns.Points, near.Contains);
        }
    }

    /// <returns>The bits of what it fails; <see cref="NoHit"/> if it cannot be found whatever is chosen.</returns>
    public int Failed(int document)
    {
        if (_columns.Until[document] <= _filter.Now)
            return NoHit;
        if (_isOpen)
            return 0;
        if (!_isOfKind[_columns.Kind[document]] || !_isOfLanguage[_columns.Language[document]])
            return NoHit;
        var failed = 0;
        if (_facetBits != 0)
        {
            var satisfied = 0;
            foreach (var number in _columns.Facets[document])
                satisfied |= _satisfies[number];
            failed = _facetBits & ~satisfied;
        }
        if (_filter.From is { } from && _columns.At[document] < from)
            failed |= TimeBit;
        if (_filter.To is { } to && _columns.At[document] >= to)
            failed |= TimeBit;
        if (_filter.LeastPay is { } least && _columns.Pay[document] < least)
            failed |= PayBit;
        if (_isPlaced && !IsNear(document))
            failed |= NearBit;
        return failed;
    }

    /// <summary>From the place asked for to the nearest of the document's; null: there is none.</summary>
    public double? Kilometres(int document)
    {
        if (_filter.Near is null)
            return null;
        double? nearest = null;
        foreach (var point in _columns.Places[document])
        {
            if (!(_kilometres[point] >= nearest))
                nearest = _kilometres[point];
        }
        return nearest;
    }

    private bool IsNear(int document)
    {
        if (_filter.WithEverywhere && IsEverywhere(document))
            return true;
        if (_filter.Near is null)
            return false;
        foreach (var point in _columns.Places[document])
        {
            if (_isNear[point])
                return true;
        }
        return false;
    }

    private bool IsEverywhere(int document) => _columns.Traits[document].HasFlag(DocumentTraits.IsEverywhere);
}
