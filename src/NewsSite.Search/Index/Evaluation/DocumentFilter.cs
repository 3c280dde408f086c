using NewsSite.Platform.Languages;
using NewsSite.Search.Queries;

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
    public IReadOnlyList<FacetFilter> Facets { get; init; } = [];

    /// <summary>One of its places has to be in there; null: it may be anywhere.</summary>
    public Reach? Near { get; init; }

    /// <summary>A place is asked for that nobody knows: nothing is near it.</summary>
    public bool IsNowhere { get; init; }

    /// <summary>What belongs to any place is near every place, and near none that is known.</summary>
    public bool WithEverywhere { get; init; }

    /// <summary>Published from then on and before then, in microseconds since 1970.</summary>
    public long? From { get; init; }
    public long? To { get; init; }

    public long? LeastPay { get; init; }
}
