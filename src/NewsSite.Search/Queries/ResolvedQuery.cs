using NewsSite.Search.Documents;
using NewsSite.Search.Text;

namespace NewsSite.Search.Queries;

/// <summary>A query with all looking up done: it can be run against the index, or checked against one document. Both find the same.</summary>
public sealed record ResolvedQuery
{
    public required Lexicon Lexicon { get; init; }

    /// <summary>Null: no words are asked for.</summary>
    public Clause? Words { get; init; }

    /// <summary>All must hold.</summary>
    public IReadOnlyList<FacetFilter> Filters { get; init; } = [];

    public Reach? Near { get; init; }

    /// <summary>A place is asked for that nobody knows: nothing is near it.</summary>
    public string? UnknownPlace { get; init; }

    /// <summary>What is everywhere counts as near.</summary>
    public bool WithEverywhere { get; init; }

    /// <summary>Gross, in cents a year.</summary>
    public long? LeastPay { get; init; }

    /// <summary>From this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    public DateTimeOffset? Before { get; init; }

    public Sort Sort { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the document is found by this.</summary>
    public bool Matches(SearchDocument document) => MatchesBesideWords(document) && (Words is null || new DocumentWords(document, Lexicon).Hold(Words));

    /// <summary>The same for one of many queries against one document, whose words were read before.</summary>
    /// <param name="document">What is checked.</param>
    /// <param name="words">Of that document.</param>
    public bool Matches(SearchDocument document, DocumentWords words) => MatchesBesideWords(document) && (Words is null || words.Hold(Words));

    private bool MatchesBesideWords(SearchDocument document) =>
        (document.Until is not { } until || until > Now)
        && (From is not { } from || document.At >= from)
        && (Before is not { } before || document.At < before)
        && (LeastPay is not { } pay || document.Pay >= pay)
        && Filters.All(filter => document.Facets.Any(facet => facet.Name == filter.Name && filter.Values.Contains(facet.Value)))
        && IsNear(document);

    private bool IsNear(SearchDocument document)
    {
        if (UnknownPlace is null && Near is null)
            return true;
        return (WithEverywhere && document.IsEverywhere) || (Near is { } near && document.Places.Any(near.Contains));
    }
}

/// <summary>The surroundings of a point.</summary>
public readonly record struct Reach(GeoPoint Centre, double Kilometres)
{
    /// <summary>Who asks for a place without surroundings still means all of it, not its central point.</summary>
    private const double Least = 2;

    public bool Contains(GeoPoint point) => Centre.KilometresTo(point) <= Math.Max(Kilometres, Least);
}
