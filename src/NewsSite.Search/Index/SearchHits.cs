using NewsSite.Search.Documents;

namespace NewsSite.Search.Index;

/// <summary>What was found.</summary>
public sealed record SearchHits
{
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>How many there are on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>
    /// The values of each facet asked for and how many documents each would give, as if nothing were chosen in that facet. The
    /// commonest first, values alike by name; a chosen one is there even if it gives none.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ValueCount>> Facets { get; init; }

    /// <summary>By the names of the bands asked for, as if no time were chosen.</summary>
    public required IReadOnlyList<ValueCount> TimeBands { get; init; }

    /// <summary>By the names of the bands asked for, as if no pay were chosen.</summary>
    public required IReadOnlyList<ValueCount> PayBands { get; init; }
}

public sealed record SearchHit
{
    public required DocumentKey Key { get; init; }

    /// <summary>Only to be compared with that of other hits of the same search.</summary>
    public required double Score { get; init; }

    /// <summary>It stands where it stands because it is lifted, too.</summary>
    public required bool IsLifted { get; init; }

    /// <summary>From the place asked for to its nearest one; null: none was asked for, or it has none.</summary>
    public double? Kilometres { get; init; }
}

public sealed record ValueCount(string Value, int Count);
