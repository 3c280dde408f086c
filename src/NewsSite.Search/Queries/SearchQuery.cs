using System.Globalization;
using System.Text;
using NewsSite.Platform.Site;
using NewsSite.Search.Text;

namespace NewsSite.Search.Queries;

/// <summary>
/// What somebody looks for: made from an address's query string, printed back to it, saved as it. Nothing that is typed is an
/// error: what makes no sense is left out, what is too much is cut.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>In UTF-16 units; the rest is cut.</summary>
    public const int MaxWordsLength = 1000;
    public const int MaxKilometres = 100;
    public const int DefaultKilometres = 20;

    private const int MaxValues = 50;
    private const int MaxValueLength = 100;

    /// <summary>Words, "phrases", -not, OR, title: author: company: in:, as typed.</summary>
    public string Words { get; init; } = "";

    /// <summary>All must hold; by name, each name once.</summary>
    public IReadOnlyList<FacetFilter> Filters { get; init; } = [];

    public Near? Near { get; init; }

    /// <summary>Besides what is near, what may be done from anywhere.</summary>
    public bool WithEverywhere { get; init; }

    /// <summary>Gross, in cents a year.</summary>
    public long? LeastPay { get; init; }

    /// <summary>Not older than so many days.</summary>
    public int? Days { get; init; }

    /// <summary>The first day, in the paper's time zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    public Sort Sort { get; init; }

    /// <summary>Nothing is asked: everything is found.</summary>
    public bool IsEmpty => Words.Length == 0 && Filters.Count == 0 && Near is null && LeastPay is null && Days is null && From is null && To is null;

    /// <param name="pairs">The query string's keys and values, decoded, in any order; a key may come again.</param>
    /// <param name="facets">The keys that are names of facets; others than these and our own are not ours (utm_source).</param>
    public static SearchQuery Parse(IEnumerable<KeyValuePair<string, string?>> pairs, IReadOnlyCollection<string> facets)
    {
        var query = new SearchQuery();
        var filters = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        int? kilometres = null;
        foreach (var (key, value) in pairs)
        {
            var text = Clean(value, key == "q" ? MaxWordsLength : MaxValueLength);
            if (text.Length == 0)
                continue;
            if (key == "km")
                kilometres = Number(text, 0, MaxKilometres) is { } number ? (int)number : null;
            else if (facets.Contains(key))
                AddTo(filters, key, text);
            else
                query = query.With(key, text);
        }
        return query with
        {
            Filters = filters.Select(filter => new FacetFilter(filter.Key, filter.Value)).ToList(),
            Near = query.Near is { } near ? near with { Kilometres = kilometres ?? DefaultKilometres } : null,
        };
    }

    private SearchQuery With(string key, string text) => key switch
    {
        "q" => this with { Words = text },
        "near" => this with { Near = new Near(text, DefaultKilometres) },
        "anywhere" => this with { WithEverywhere = text == "1" },
        "pay" => this with { LeastPay = Number(text, 1, 1_000_000_000_000) },
        "days" => this with { Days = (int?)Number(text, 1, 3650) },
        "from" => this with { From = Day(text) },
        "to" => this with { To = Day(text) },
        "sort" => this with { Sort = Enum.GetValues<Sort>().FirstOrDefault(sort => NameOf(sort) == text) },
        _ => this,
    };

    /// <summary>Without a question mark; the same for all queries that ask the same with the same words. Empty for one that asks nothing.</summary>
    public string ToQueryString()
    {
        var text = new StringBuilder();
        Add("q", Words);
        foreach (var filter in Filters)
        {
            foreach (var value in filter.Values)
                Add(filter.Name, value);
        }
        Add("near", Near?.Place);
        Add("km", Near is { Kilometres: not DefaultKilometres } near ? Printed(near.Kilometres) : null);
        Add("anywhere", WithEverywhere ? "1" : null);
        Add("pay", Printed(LeastPay));
        Add("days", Printed(Days));
        Add("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("sort", Sort == Sort.Relevance ? null : NameOf(Sort));
        return text.ToString();

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                text.Append(text.Length > 0 ? "&" : "").Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    /// <summary>The same with one value of a facet added, or taken away where it was asked.</summary>
    public SearchQuery Toggle(string facet, string value)
    {
        var filters = Filters.ToDictionary(filter => filter.Name, filter => filter.Values.ToList());
        if (!filters.TryGetValue(facet, out var values))
            filters[facet] = values = [];
        if (!values.Remove(value))
            values.Add(value);
        return this with
        {
            Filters = filters.Where(filter => filter.Value.Count > 0).OrderBy(filter => filter.Key, StringComparer.Ordinal)
                .Select(filter => new FacetFilter(filter.Key, filter.Value)).ToList(),
        };
    }

    public bool Has(string facet, string value) => Filters.Any(filter => filter.Name == facet && filter.Values.Contains(value));

    /// <summary>For a saved search and for matching one document: what it finds depends on nothing but the document.</summary>
    public ResolvedQuery Resolve(Lexicon lexicon, Vocabulary vocabulary, PaperClock clock) =>
        Resolve(new WordsResolution(lexicon, vocabulary, isForPage: false), clock);

    /// <summary>For a page: the last word may go on, and words may be mistyped, as the index's vocabulary has them.</summary>
    public ResolvedQuery ResolveForPage(Lexicon lexicon, Vocabulary vocabulary, PaperClock clock) =>
        Resolve(new WordsResolution(lexicon, vocabulary, isForPage: true), clock);

    private ResolvedQuery Resolve(WordsResolution resolution, PaperClock clock)
    {
        var point = Near is null ? null : resolution.Vocabulary.PointOf(Near.Place);
        return new ResolvedQuery
        {
            Lexicon = resolution.Lexicon,
            Words = resolution.Resolve(WordsSyntax.Parse(Words)),
            Filters = Filters,
            Near = Near is not null && point is { } known ? new Reach(known, Near.Kilometres) : null,
            UnknownPlace = Near is not null && point is null ? Near.Place : null,
            WithEverywhere = WithEverywhere,
            LeastPay = LeastPay,
            From = Latest(Days is { } days ? clock.Now.AddDays(-days) : null, From is { } from ? StartOf(from, clock) : null),
            Before = To is { } to ? StartOf(to.AddDays(1), clock) : null,
            Sort = Sort,
            Now = clock.Now,
        };
    }

    private static DateTimeOffset StartOf(DateOnly day, PaperClock clock) =>
        clock.InstantOf(day, TimeOnly.MinValue) ?? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), clock.Zone.BaseUtcOffset);

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other ?? one : one;

    private static void AddTo(SortedDictionary<string, List<string>> filters, string name, string value)
    {
        if (!filters.TryGetValue(name, out var values))
            filters[name] = values = [];
        if (values.Count < MaxValues && !values.Contains(value))
            values.Add(value);
    }

    /// <summary>Cut, without lone surrogates and control characters: they stand in no address.</summary>
    private static string Clean(string? text, int maxLength)
    {
        var cut = text is null ? "" : text.Length <= maxLength ? text : text[..maxLength];
        var clean = new StringBuilder(cut.Length);
        foreach (var rune in cut.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.IsControl(rune))
                clean.Append(' ');
            else
                clean.Append(rune);
        }
        return clean.ToString().Trim();
    }

    private static long? Number(string text, long least, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1800 and < 2200 ? day : null;

    private static string? Printed(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(Sort sort) => sort.ToString().ToLowerInvariant();

    public bool Equals(SearchQuery? other) => other is not null && ToQueryString() == other.ToQueryString();

    public override int GetHashCode() => ToQueryString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => ToQueryString();
}

/// <summary>One of these values of that facet.</summary>
public sealed record FacetFilter(string Name, IReadOnlyList<string> Values);

/// <summary>Not farther than so many kilometres from a place.</summary>
/// <param name="Place">As typed: a town, a postal code, or a position ("50.8466,4.3528").</param>
public sealed record Near(string Place, int Kilometres);

/// <summary>The best first by which measure.</summary>
public enum Sort
{
    Relevance,
    Newest,
    Pay,
    Distance,
}
