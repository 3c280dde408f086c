using NewsSite.Search.Queries;

namespace NewsSite.Web.Pages.Search;

/// <summary>A question with a little more or less, and the address that asks it.</summary>
internal static class QueryEdits
{
    public static IReadOnlyList<string> ValuesOf(this SearchQuery query, string name) =>
        query.Filters.FirstOrDefault(filter => filter.Name == name)?.Values ?? [];

    public static SearchQuery Without(this SearchQuery query, string name, string? value = null) => query with
    {
        Filters = [.. query.Filters.Select(filter => filter.Name != name ? filter : new FacetFilter(name, value is null ? [] : [.. filter.Values.Where(other => other != value)])).Where(filter => filter.Values.Count > 0)],
    };

    public static SearchQuery With(this SearchQuery query, string name, string value)
    {
        var without = query.Without(name);
        return without with { Filters = [.. without.Filters.Append(new FacetFilter(name, [value])).OrderBy(filter => filter.Name, StringComparer.Ordinal)] };
    }

    /// <summary>The only kind of thing that is asked for; null: all.</summary>
    public static string? OnlyKind(this SearchQuery query) => query.ValuesOf(ThingKinds.Facet) is [var one] ? one : null;

    public static SearchQuery OnlyWords(this SearchQuery query) => new() { Words = query.Words, Sort = query.Sort == Sort.Distance ? Sort.Relevance : query.Sort };

    public static string At(this SearchQuery query, string path, int page = 1)
    {
        var asked = query.ToQueryString();
        var turned = page > 1 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"page={page}") : "";
        return (asked.Length, turned.Length) switch
        {
            (0, 0) => path,
            (0, _) => $"{path}?{turned}",
            (_, 0) => $"{path}?{asked}",
            _ => $"{path}?{asked}&{turned}",
        };
    }
}
