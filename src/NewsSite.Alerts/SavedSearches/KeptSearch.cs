using Microsoft.AspNetCore.WebUtilities;
using NewsSite.Platform.Site;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Alerts.SavedSearches;

/// <summary>A search as it is kept: what it asks, without the order of results and without "of the last days", because all that is mailed is new.</summary>
public static class KeptSearch
{
    private static readonly HashSet<string> OwnKeys = ["q", "near", "km", "anywhere", "pay", "days", "from", "to", "sort"];

    public static SearchQuery Of(SearchQuery asked) => asked with { Sort = Sort.Relevance, Days = null };

    public static string Print(SearchQuery asked) => Of(asked).ToQueryString();

    /// <param name="printed">Printed by us; so every other key is a facet's.</param>
    public static SearchQuery Parse(string printed)
    {
        var pairs = QueryHelpers.ParseQuery(printed);
        return SearchQuery.Parse(pairs.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))), [.. pairs.Keys.Except(OwnKeys)]);
    }

    /// <summary>As the search page asks it, but of each document by itself: a place that nobody knows narrows nothing there either.</summary>
    public static ResolvedQuery Resolve(SearchQuery saved, Lexicon lexicon, Vocabulary vocabulary, PaperClock clock) =>
        saved.Resolve(lexicon, vocabulary, clock) with { UnknownPlace = null };
}
