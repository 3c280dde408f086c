using System.Globalization;
using System.Text.Json;

namespace NewsSite.Newsroom.FrontPage;

/// <summary>An article in a place of the front page.</summary>
/// <param name="Until">A pin's end: from then on the place fills by itself; null: until it is rearranged.</param>
public sealed record PlacedArticle(long Article, DateTimeOffset? Until = null);

/// <summary>Which articles the chief editor has put where; what is not named fills by itself. Never changed, only replaced.</summary>
public sealed class FrontPlaces
{
    public const string Lead = "lead";
    public const string Top = "top";
    public static readonly FrontPlaces Empty = new(new Dictionary<string, IReadOnlyList<PlacedArticle>>());

    private const string SectionPrefix = "section-";

    private readonly IReadOnlyDictionary<string, IReadOnlyList<PlacedArticle>> _places;

    private FrontPlaces(IReadOnlyDictionary<string, IReadOnlyList<PlacedArticle>> places) => _places = places;

    /// <summary>The name of a section's block.</summary>
    public static string OfSection(long section) => SectionPrefix + section.ToString(CultureInfo.InvariantCulture);

    public IReadOnlyList<PlacedArticle> this[string place] => _places.GetValueOrDefault(place, []);

    public IEnumerable<string> Names => _places.Keys;

    public IEnumerable<PlacedArticle> All => _places.Values.SelectMany(place => place);

    public bool IsEmpty => !All.Any();

    /// <summary>How many articles fit a place; 0 where there is none of that name.</summary>
    public static int Size(string place) => place switch
    {
        Lead => 1,
        Top => FrontPage.TopStories,
        _ => SectionOf(place) is null ? 0 : FrontPage.PerSection,
    };

    /// <summary>The section whose block it is.</summary>
    public static long? SectionOf(string place) =>
        place.StartsWith(SectionPrefix, StringComparison.Ordinal)
        && long.TryParse(place.AsSpan(SectionPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var section) ? section : null;

    /// <summary>
    /// Arranged anew: each article once, no more than fit, only those that are known; pins keep their ends wherever they are moved.
    /// </summary>
    public FrontPlaces Rearranged(IReadOnlyDictionary<string, IReadOnlyList<long>> places, IReadOnlySet<long> known)
    {
        var ends = All.ToDictionary(placed => placed.Article, placed => placed.Until);
        var seen = new HashSet<long>();
        var arranged = new SortedDictionary<string, IReadOnlyList<PlacedArticle>>(StringComparer.Ordinal);
        foreach (var (place, articles) in places.OrderBy(place => place.Key, StringComparer.Ordinal))
        {
            var fitting = articles.Where(article => known.Contains(article) && seen.Add(article)).Take(Size(place))
                .Select(article => new PlacedArticle(article, ends.GetValueOrDefault(article))).ToList();
            if (fitting.Count > 0)
                arranged.Add(place, fitting);
        }
        return new FrontPlaces(arranged);
    }

    /// <summary>With another end for one article's pin.</summary>
    public FrontPlaces Ending(long article, DateTimeOffset? until) => Changed(placed => placed.Article == article ? placed with { Until = until } : placed);

    /// <summary>What still stands at that moment.</summary>
    public FrontPlaces At(DateTimeOffset now) => Changed(placed => placed.Until is { } until && until <= now ? null : placed);

    /// <summary>The first end of a pin after that moment.</summary>
    public DateTimeOffset? NextEnd(DateTimeOffset after) => All.Select(placed => placed.Until).Where(until => until > after).Min();

    public static FrontPlaces FromJson(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<PlacedArticle>>>(json, JsonSerializerOptions.Web)!);

    public string ToJson() => JsonSerializer.Serialize(_places.OrderBy(place => place.Key, StringComparer.Ordinal).ToDictionary(), JsonSerializerOptions.Web);

    private FrontPlaces Changed(Func<PlacedArticle, PlacedArticle?> change) => new(_places
        .Select(place => (place.Key, Articles: (IReadOnlyList<PlacedArticle>)[.. place.Value.Select(change).OfType<PlacedArticle>()]))
        .Where(place => place.Articles.Count > 0).ToDictionary(place => place.Key, place => place.Articles));
}
