namespace NewsSite.Search.Index;

/// <summary>What of a query's hits is wanted.</summary>
public sealed record SearchRequest
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>How many hits to pass over.</summary>
    public int Offset { get; init; }

    public int Size { get; init; } = 20;

    /// <summary>Only documents of these kinds; empty: of all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Names of facets whose values are to be counted.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>How many values of each facet, the commonest first; those asked for by the query come besides.</summary>
    public int FacetSize { get; init; } = 50;

    public IReadOnlyList<TimeBand> TimeBands { get; init; } = [];

    public IReadOnlyList<PayBand> PayBands { get; init; } = [];
}

/// <summary>Documents published from then on and before then.</summary>
public sealed record TimeBand(string Name, DateTimeOffset? From, DateTimeOffset? To = null);

/// <summary>Documents that pay so much or more, and less than so much, in cents a year.</summary>
public sealed record PayBand(string Name, long? From, long? To = null);
