using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Search.Index;
using NewsSite.Search.Queries;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Search;

/// <summary>Makes a page's filters out of what the index has counted: names instead of slugs, in an order that people expect.</summary>
public sealed class FilterGroups(Words words, IStringLocalizer<Interface> texts)
{
    /// <summary>Days back.</summary>
    private static readonly int[] Days = [1, 7, 30, 365];

    /// <summary>Least pay, in cents a year.</summary>
    private static readonly long[] Pays = [2_500_000, 3_000_000, 3_500_000, 4_000_000, 5_000_000, 6_000_000, 8_000_000];

    private static readonly string[] OfNews = ["section", "tag", "author", "language"];
    private static readonly string[] OfJobs = ["category", "place", "contract", "hours", "workplace", "asked", "language"];
    private static readonly string[] OfBoth = ["section", "category", "tag", "author", "place", "contract", "hours", "workplace", "language"];

    /// <summary>How many groups begin opened.</summary>
    private const int Opened = 3;

    public static IReadOnlyList<PayBand> PayBands { get; } = [.. Pays.Select(pay => new PayBand(Text(pay), pay))];

    public static IReadOnlyList<TimeBand> TimeBands(DateTimeOffset now) => [.. Days.Select(days => new TimeBand(Text(days), now.AddDays(-days)))];

    /// <summary>The facets that are counted.</summary>
    /// <param name="kind">The only kind that is shown; null: all.</param>
    public static IReadOnlyList<string> FacetsOf(string? kind) => kind switch { ThingKinds.Article => OfNews, ThingKinds.Job => OfJobs, _ => OfBoth };

    /// <summary>All facets that may be asked for.</summary>
    public static IReadOnlyCollection<string> AllFacets { get; } = new HashSet<string>([.. OfNews, .. OfJobs, "employer", ThingKinds.Facet]);

    /// <summary>Slugs of that facet whose names are wanted.</summary>
    public static IReadOnlyList<string> ValuesOf(string name, SearchHits hits, SearchQuery query) =>
        [.. (hits.Facets.GetValueOrDefault(name) ?? []).Select(value => value.Value).Concat(query.ValuesOf(name)).Distinct()];

    public IReadOnlyList<FilterGroup> Of(SearchHits hits, SearchQuery query, string? kind, FilterNames names)
    {
        var groups = FacetsOf(kind).Where(hits.Facets.ContainsKey)
            .Select(name => new FilterGroup(name, texts["Filter." + Enum.Parse<Filter>(name, ignoreCase: true)], [.. Ordered(name, hits.Facets[name]).Select(value => Option(name, value, query, names))])).ToList();
        groups.Insert(kind == ThingKinds.Job ? groups.Count : 0, Since(hits, query));
        if (kind == ThingKinds.Job)
            groups.Insert(Math.Min(2, groups.Count), Pay(hits, query));
        return [.. groups.Where(group => group.Options.Count > (group.IsChosen ? 0 : 1) || group.IsSingle).Select((group, at) => group with { IsOpen = at < Opened })];
    }

    /// <summary>What a value is called.</summary>
    public string Label(string name, string value, FilterNames names) => name switch
    {
        "section" => names.Frame.Sections.Find(value)?.Name.In(names.Language) ?? value,
        "category" => names.Frame.JobCategories.TryGetValue(value, out var category) ? category.Name.In(names.Language) : value,
        "tag" => names.Tags.GetValueOrDefault(value, value),
        "author" => names.Authors.GetValueOrDefault(value, value),
        "place" => names.Places[value]?.In(names.Language) ?? value,
        "contract" when Enum.TryParse<Contract>(value, ignoreCase: true, out var contract) => words.Contract(contract),
        "hours" when Enum.TryParse<Hours>(value, ignoreCase: true, out var hours) => words.Hours(hours),
        "workplace" when Enum.TryParse<Workplace>(value, ignoreCase: true, out var workplace) => words.Workplace(workplace),
        "language" or "asked" => Words.LanguageNames(value),
        ThingKinds.Facet => value == ThingKinds.Job ? texts["Jobs"] : texts["Articles"],
        _ => value,
    };

    public string SinceLabel(int days) => days switch
    {
        1 => texts["Last 24 hours"],
        365 => texts["Last year"],
        _ => texts["Last {0} days", days],
    };

    public string PayLabel(long cents) => words.Salary(new Salary(cents, null, "EUR", PayPeriod.Year));

    private FilterOption Option(string name, ValueCount value, SearchQuery query, FilterNames names) =>
        new(value.Value, Label(name, value.Value, names), value.Count, query.ValuesOf(name).Contains(value.Value));

    private FilterGroup Since(SearchHits hits, SearchQuery query) => new("days", texts["Filter.Days"],
        [.. hits.TimeBands.Select(band => new FilterOption(band.Value, SinceLabel(int.Parse(band.Value, CultureInfo.InvariantCulture)), band.Count, band.Value == Text(query.Days ?? 0)))])
    {
        IsSingle = true,
        Any = texts["Any time"],
    };

    private FilterGroup Pay(SearchHits hits, SearchQuery query) => new("pay", texts["Filter.Pay"],
        [.. hits.PayBands.Where(band => band.Count > 0 || band.Value == Text(query.LeastPay ?? 0))
            .Select(band => new FilterOption(band.Value, PayLabel(long.Parse(band.Value, CultureInfo.InvariantCulture)), band.Count, band.Value == Text(query.LeastPay ?? 0)))])
    {
        IsSingle = true,
        Any = texts["Any salary"],
    };

    /// <summary>The commonest first; what has an order of its own keeps it.</summary>
    private static IEnumerable<ValueCount> Ordered(string name, IReadOnlyList<ValueCount> values) => name switch
    {
        "contract" => values.OrderBy(value => Place<Contract>(value.Value)),
        "hours" => values.OrderBy(value => Place<Hours>(value.Value)),
        "workplace" => values.OrderBy(value => Place<Workplace>(value.Value)),
        _ => values,
    };

    private static int Place<T>(string value)
        where T : struct, Enum => Enum.TryParse<T>(value, ignoreCase: true, out var known) ? Convert.ToInt32(known, CultureInfo.InvariantCulture) : int.MaxValue;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
