using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Index.Evaluation;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Matching.Conditions;

/// <summary>What new documents will have is judged by those that can be found now.</summary>
public static class IndexFrequencies
{
    public static DocumentFrequencies Of(SearchIndex index) => new(index.Count, index.CountOf, facet => CountOf(index, facet));

    private static int CountOf(SearchIndex index, Facet facet)
    {
        var query = new DocumentFilter { Now = 0, Facets = [new FacetFilter(facet.Name, [facet.Value])] };
        return index.Search(null, query, Sort.Newest, new SearchRequest { Now = DateTimeOffset.UnixEpoch, Size = 0 }).Total;
    }
}
