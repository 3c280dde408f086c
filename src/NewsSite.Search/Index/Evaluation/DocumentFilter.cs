using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>What a document must be beside its words. Every condition may be open while the facet to which it belongs is counted.</summary>
internal sealed record DocumentFilter
{
    public required long Now { get; init; }

    /// <summary>Empty: any.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Empty: any.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [];

    /// <summary>Of each name, any of the values.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Facets { get; init; } = [];

    public Radius? Near { get; init; }

    /// <summary>Published from then on and before then, in microseconds since 1970.</summary>
    public long? From { get; init; }
    public long? To { get; init; }

    public long? LeastPay { get; init; }
}

/// <param name="WithEverywhere">Also what belongs to any place.</param>
internal sealed record Radius(GeoPoint Point, double Kilometres, bool WithEverywhere);

/// <summary>By what hits are sorted.</summary>
internal enum Order
{
    Rank,
    Newest,
    Pay,
    Distance,
}
