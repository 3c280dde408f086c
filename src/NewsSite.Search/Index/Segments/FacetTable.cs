using NewsSite.Search.Documents;

namespace NewsSite.Search.Index.Segments;

/// <summary>
/// Numbers the values of facets for the whole index, so that counts of several segments add up without looking at names. Grows only;
/// one writer, who holds the index's lock, and readers of the <see cref="FacetValues"/> that were there when their snapshot was made.
/// </summary>
internal sealed class FacetTable
{
    private readonly Dictionary<Facet, int> _numbers = [];
    private Facet[] _facets = new Facet[64];

    public FacetTable()
    {
    }

    public FacetTable(IEnumerable<Facet> facets)
    {
        foreach (var facet in facets)
            NumberOf(facet);
    }

    public FacetValues Values => new(_facets, _numbers.Count);

    public int NumberOf(Facet facet)
    {
        if (_numbers.TryGetValue(facet, out var number))
            return number;
        number = _numbers.Count;
        if (number == _facets.Length)
            Array.Resize(ref _facets, number * 2); // readers keep the old array, which does not change below their count
        _facets[number] = facet;
        _numbers.Add(facet, number);
        return number;
    }
}

/// <summary>The values of facets by their numbers, as they were at one time.</summary>
internal readonly record struct FacetValues(Facet[] All, int Count)
{
    public ReadOnlySpan<Facet> Span => All.AsSpan(0, Count);
}
