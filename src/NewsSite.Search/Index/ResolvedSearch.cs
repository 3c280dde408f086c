using NewsSite.Platform.Site;
using NewsSite.Search.Index.Evaluation;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Index;

/// <summary>Asks the index what a query was resolved to.</summary>
public static class ResolvedSearch
{
    public static SearchHits Search(this SearchIndex index, ResolvedQuery query, SearchRequest request) => index.Search(query.Words, new DocumentFilter
    {
        Now = Microseconds.FromInstant(query.Now),
        Kinds = request.Kinds,
        Facets = [.. query.Filters.Select(filter => (filter.Name, filter.Values))],
        Near = query.Near is { } near ? new Radius(near.Centre, near.Kilometres, query.WithEverywhere) : null,
        LeastPay = query.LeastPay,
        From = query.From is { } from ? Microseconds.FromInstant(from) : null,
        To = query.Before is { } to ? Microseconds.FromInstant(to) : null,
    }, query.Sort switch { Sort.Newest => Order.Newest, Sort.Pay => Order.Pay, Sort.Distance => Order.Distance, _ => Order.Rank }, request);
}
