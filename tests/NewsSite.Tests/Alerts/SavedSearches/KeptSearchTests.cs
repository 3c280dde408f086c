using Microsoft.Extensions.Options;
using NewsSite.Alerts.SavedSearches;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Matching;
using NewsSite.Search.Matching.Conditions;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;
using NewsSite.Tests.Search.Index;

namespace NewsSite.Tests.Alerts.SavedSearches;

/// <summary>An alert brings exactly what its search would show: kept as text, read again, and matched document by document.</summary>
public sealed class KeptSearchTests
{
    private static readonly string[] Facets = ["section", "tag", "hours", "kind"];
    private static readonly Lexicon Lexicon = new();

    private static readonly Vocabulary Vocabulary = new(
        Lexicon, [new SameNames([new("chauffeur", null), new("bus driver", null)], 0.7), new SameNames([new("Elsene", null), new("Ixelles", null)], 1)],
        place => place switch { "1000" => new GeoPoint(50.8467, 4.3525), "Leuven" => new GeoPoint(50.8798, 4.7005), _ => null });

    private static readonly PaperClock Clock = new(new SettableClock { Now = MadeUpDocuments.Now }, Options.Create(new SiteSettings { TimeZone = "Europe/Brussels" }));

    private static readonly string[] Pieces =
        ["tram", "trams", "nurse", "ecole", "\"tram bus\"", "-bus", "-\"de tram\"", "OR", "title:bridge", "in:elsene", "vrachtwagenchauffeur", "chauffeur", "Ixelles", "e-mail", "C#", "the", "&", "=", "%", "+", "#"];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void An_alert_brings_exactly_what_its_search_shows(int seed)
    {
        var made = new MadeUpDocuments(Lexicon, seed);
        List<SearchDocument> documents = [.. Enumerable.Range(0, 400).Select(id => made.Document(id))];
        var index = new SearchIndex(Lexicon);
        index.Apply([.. documents.Select(document => new IndexChange(document.Key, document))], 1);
        var random = new Random(seed);
        List<SearchQuery> asked = [.. Enumerable.Range(0, 300).Select(_ => Asked(random))];
        var matcher = new NewsSite.Search.Matching.SavedSearches(Lexicon, Vocabulary, Clock, DocumentFrequencies.Unknown);
        matcher.Apply([.. asked.Select((search, id) => new SavedSearchChange(id, KeptSearch.Parse(KeptSearch.Print(search))))]);

        var mailed = documents.SelectMany(document => matcher.Match(document).Select(search => (Search: search, document.Key))).ToLookup(one => one.Search, one => one.Key.ToString());

        for (var id = 0; id < asked.Count; id++)
        {
            var shown = index.Search(KeptSearch.Resolve(KeptSearch.Of(asked[id]), Lexicon, Vocabulary, Clock), new SearchRequest { Now = MadeUpDocuments.Now, Size = 1000 });
            Assert.Equal(shown.Hits.Select(hit => hit.Key.ToString()).Order(StringComparer.Ordinal), mailed[id].Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void What_says_only_how_results_stand_is_not_kept() =>
        Assert.Equal("q=tram&kind=posting&near=1000", KeptSearch.Print(Parsed("q=tram&kind=posting&near=1000&days=7&sort=newest")));

    private static SearchQuery Asked(Random random)
    {
        List<string> pairs = ["q=" + Uri.EscapeDataString(string.Join(' ', Enumerable.Range(0, random.Next(5)).Select(_ => Pieces[random.Next(Pieces.Length)])))];
        foreach (var (pair, chance) in new[] { ("section=a", 5), ("section=c", 5), ("tag=b", 6), ("near=1000", 5), ("near=Nowhere", 9), ("km=5", 3), ("anywhere=1", 3), ("pay=4000000", 6), ("days=20", 6), ("to=2026-02-01", 8), ("sort=newest", 4) })
        {
            if (random.Next(chance) == 0)
                pairs.Add(pair);
        }
        return Parsed(string.Join('&', pairs));
    }

    private static SearchQuery Parsed(string address) => SearchQuery.Parse(
        address.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => new KeyValuePair<string, string?>(pair[0], Uri.UnescapeDataString(pair[1]))), Facets);
}
