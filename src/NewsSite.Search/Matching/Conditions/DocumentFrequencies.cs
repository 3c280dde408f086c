using NewsSite.Search.Documents;

namespace NewsSite.Search.Matching.Conditions;

/// <summary>
/// How many documents have a word or a facet, to file a search under what is rarest in it. Estimates are good enough: they decide how
/// long a document takes to be matched, never what it matches.
/// </summary>
/// <param name="Documents">How many were counted; 0: nothing is known.</param>
public sealed record DocumentFrequencies(int Documents, Func<string, int> OfStem, Func<Facet, int> OfFacet)
{
    public static readonly DocumentFrequencies Unknown = new(0, _ => 0, _ => 0);
}
