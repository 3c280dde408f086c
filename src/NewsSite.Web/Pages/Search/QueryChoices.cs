using Microsoft.Extensions.Localization;
using NewsSite.Search.Index;
using NewsSite.Search.Queries;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Search;

/// <summary>The links of a page of results: other kinds, other orders, one filter less.</summary>
public sealed class QueryChoices(FilterGroups filters, Spelling spelling, IStringLocalizer<Interface> texts)
{
    public IReadOnlyList<ChoiceLink> Kinds(SearchQuery query, SearchHits hits, SearchList list)
    {
        if (list.OnlyKind is not null || !hits.Facets.TryGetValue(ThingKinds.Facet, out var counts))
            return [];
        var chosen = query.ValuesOf(ThingKinds.Facet);
        int Count(string kind) => counts.FirstOrDefault(value => value.Value == kind)?.Count ?? 0;
        ChoiceLink Kind(string kind, string label) => new(label, query.With(ThingKinds.Facet, kind).At(list.Path), chosen is [var one] && one == kind, Count(kind));
        return
        [
            new(texts["All results"], query.Without(ThingKinds.Facet).At(list.Path), chosen.Count != 1, counts.Sum(value => value.Count)),
            Kind(ThingKinds.Article, texts["Articles"]),
            Kind(ThingKinds.Job, texts["Jobs"]),
        ];
    }

    public IReadOnlyList<ChoiceLink> Sorts(SearchQuery query, SearchList list)
    {
        var forJobs = list.OnlyKind == ThingKinds.Job || query.ValuesOf(ThingKinds.Facet) is [ThingKinds.Job];
        return [.. Enum.GetValues<Sort>()
            .Where(sort => sort switch { Sort.Relevance => query.Words.Length > 0, Sort.Pay => forJobs, Sort.Distance => query.Near is not null, _ => true })
            .Select(sort => new ChoiceLink(texts["Sort." + sort], (query with { Sort = sort }).At(list.Path), sort == query.Sort || (sort == Sort.Newest && query is { Sort: Sort.Relevance, Words: "" })))];
    }

    /// <summary>The same with words that documents have; null: all are known.</summary>
    public ChoiceLink? DidYouMean(SearchQuery query, SearchList list) =>
        spelling.Corrected(query.Words) is { } words ? new ChoiceLink(words, (query with { Words = words }).At(list.Path), IsCurrent: false) : null;

    public IReadOnlyList<FilterChip> Chips(SearchQuery query, SearchList list, FilterNames names) => [.. Narrowings(query, names).Select(one => new FilterChip(one.Label, one.Without.At(list.Path)))];

    /// <summary>Each filter in force, and the question without it.</summary>
    public IEnumerable<(string Label, SearchQuery Without)> Narrowings(SearchQuery query, FilterNames names)
    {
        foreach (var filter in query.Filters.Where(filter => filter.Name != ThingKinds.Facet))
        {
            foreach (var value in filter.Values)
                yield return (filters.Label(filter.Name, value, names), query.Without(filter.Name, value));
        }
        if (query.Near is { } near)
            yield return (texts["{0} km around {1}", near.Kilometres, IsPosition(near) ? texts["where you are"].Value : near.Place] + (query.WithEverywhere ? " " + texts["or fully remote"] : ""), query with { Near = null, WithEverywhere = false });
        if (query.LeastPay is { } pay)
            yield return (filters.PayLabel(pay), query with { LeastPay = null });
        if (query.Days is { } days)
            yield return (filters.SinceLabel(days), query with { Days = null });
        if (query.From is { } from)
            yield return (texts["from {0}", Words.Date(from)], query with { From = null });
        if (query.To is { } to)
            yield return (texts["up to {0}", Words.Date(to)], query with { To = null });
    }

    /// <summary>The question without each of its words in turn.</summary>
    public static IEnumerable<(string Word, SearchQuery Without)> FewerWords(SearchQuery query)
    {
        var words = Parts(query.Words);
        if (words.Count is < 2 or > 8)
            yield break;
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] != "OR")
                yield return (words[at], query with { Words = string.Join(' ', words.Where((_, place) => place != at)) });
        }
    }

    /// <summary>Two numbers, as a device tells where it is.</summary>
    private static bool IsPosition(Near near) => near.Place.Contains(',', StringComparison.Ordinal) && near.Place.All(letter => char.IsAsciiDigit(letter) || letter is ',' or '.' or '-' or ' ');

    /// <summary>The words as typed; what stands in quotation marks is one.</summary>
    private static List<string> Parts(string words)
    {
        var parts = new List<string>();
        for (var at = 0; at < words.Length;)
        {
            var end = words[at] == '"' && words.IndexOf('"', at + 1) is > 0 and var close ? close + 1 : words.IndexOf(' ', at) is > 0 and var space ? space : words.Length;
            if (words[at..end].Trim() is { Length: > 0 } part)
                parts.Add(part);
            at = end + (end < words.Length && words[end] == ' ' ? 1 : 0);
        }
        return parts;
    }
}
