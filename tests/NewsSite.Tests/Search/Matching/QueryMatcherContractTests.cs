using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Matching;
using NewsSite.Search.Matching.Conditions;
using NewsSite.Search.Queries;
using NewsSite.Tests.Search.Index;

namespace NewsSite.Tests.Search.Matching;

/// <summary>A document brings the searches of which <see cref="ResolvedQuery.Matches(SearchDocument)"/> says that they find it, and so does the index.</summary>
public sealed class QueryMatcherContractTests
{
    private static readonly DocumentFrequencies[] Guesses =
    [
        DocumentFrequencies.Unknown,
        new(1000, stem => stem.Length * 37 % 400, facet => facet.Value[0] * 91 % 900),
        new(10, _ => 1_000_000, _ => 0),
    ];

    private readonly List<SearchDocument> _documents;

    public QueryMatcherContractTests()
    {
        var made = new MadeUpDocuments(MadeUpQueries.Lexicon, 42);
        _documents = [.. Enumerable.Range(0, 300).Select(id => made.Document(id))];
    }

    [Theory]
    [InlineData("q=tram")]
    [InlineData("q=tram+bus&section=a&section=b&sort=newest")]
    [InlineData("q=%22tram+bus%22+OR+nurse+-school")]
    [InlineData("q=nurse+OR+%22bus+driver%22+OR+title:bridge+-%22de+la%22+-in:elsene")]
    [InlineData("q=chauffeur&near=1000&km=10")]
    [InlineData("q=Elsene&near=Leuven&km=0&anywhere=1&sort=distance")]
    [InlineData("near=Leuven&km=30")]
    [InlineData("near=Nowhere&km=100")]
    [InlineData("near=Nowhere&km=100&anywhere=1")]
    [InlineData("pay=3000000&days=30&tag=c&sort=pay")]
    [InlineData("pay=4000000000")]
    [InlineData("from=2026-01-10&to=2026-02-10")]
    [InlineData("q=-tram")]
    [InlineData("q=-tram+-bus+-nurse&section=a")]
    [InlineData("section=a&section=b&section=c&tag=d")]
    [InlineData("hours=never")]
    [InlineData("q=vrachtwagenchauffeur+title:werken+author:infirmière")]
    [InlineData("")]
    public void A_written_search_is_brought_by_what_it_matches(string address) => AssertBrings([Resolved(address)]);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public void Any_searches_are_brought_by_what_they_match(int seed, int guess)
    {
        var random = new Random(seed);
        AssertBrings([.. Enumerable.Range(0, 250).Select(_ => Resolved(MadeUpQueries.Address(random)))], Guesses[guess]);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void So_are_searches_of_any_shape(int seed)
    {
        var made = new MadeUpDocuments(MadeUpQueries.Lexicon, seed);
        AssertBrings([.. Enumerable.Range(0, 250).Select(_ => Resolved("") with { Words = made.Clause() })]);
    }

    [Fact]
    public void The_index_brings_the_same()
    {
        var random = new Random(6);
        List<ResolvedQuery> queries = [.. Enumerable.Range(0, 250).Select(_ => Resolved(MadeUpQueries.Address(random)))];
        var index = new SearchIndex(MadeUpQueries.Lexicon);
        index.Apply([.. _documents.Select(document => new IndexChange(document.Key, document))], 1);
        var matcher = Filled(queries, IndexFrequencies.Of(index));

        var brought = _documents.SelectMany(document => Match(matcher, document).Select(id => (id, document.Key))).ToLookup(pair => pair.id, pair => pair.Key);
        for (var id = 0; id < queries.Count; id++)
        {
            var hits = index.Search(queries[id], new SearchRequest { Now = MadeUpDocuments.Now, Size = 1000 }).Hits.Select(hit => hit.Key);
            Assert.Equal(hits.OrderBy(key => key.Kind, StringComparer.Ordinal).ThenBy(key => key.Id), brought[id].OrderBy(key => key.Kind, StringComparer.Ordinal).ThenBy(key => key.Id));
        }
    }

    /// <summary>Towns, and points as near to the edge of the surroundings as a double tells.</summary>
    [Fact]
    public void Who_lies_on_the_edge_lies_on_the_same_side()
    {
        var random = new Random(7);
        for (var time = 0; time < 2_000; time++)
        {
            var reach = new Reach(new GeoPoint((random.NextDouble() * 170) - 85, (random.NextDouble() * 360) - 180), random.Next(0, 101));
            var matcher = Filled([Resolved("") with { Near = reach }]);
            var (inside, outside) = (reach.Centre, new GeoPoint(reach.Centre.Latitude, reach.Centre.Longitude + 60));
            for (var step = 0; step < 60; step++)
            {
                var middle = new GeoPoint(reach.Centre.Latitude, (inside.Longitude + outside.Longitude) / 2);
                if (reach.Contains(middle))
                    inside = middle;
                else
                    outside = middle;
            }
            var document = _documents[0] with { Until = null };
            Assert.Equal([0], Match(matcher, document with { Places = [inside] }));
            Assert.Empty(Match(matcher, document with { Places = [outside] }));
        }
    }

    internal static QueryMatcher Filled(IReadOnlyList<ResolvedQuery> queries, DocumentFrequencies? frequencies = null)
    {
        var matcher = new QueryMatcher(frequencies ?? DocumentFrequencies.Unknown);
        foreach (var batch in queries.Select((query, id) => new QueryChange(id, query)).Chunk(60))
            matcher.Apply(batch);
        return matcher;
    }

    internal static long[] Match(QueryMatcher matcher, SearchDocument document)
    {
        if (document.Until <= MadeUpDocuments.Now)
            return [];
        var run = matcher.Take();
        run.Begin(
            matcher.Current, new DocumentTraits { Pay = document.Pay, IsEverywhere = document.IsEverywhere, At = document.At, Now = MadeUpDocuments.Now },
            clause => new DocumentWords(document, MadeUpQueries.Lexicon).Hold(clause));
        DocumentReading.Read(document, MadeUpQueries.Lexicon, run);
        long[] found = [.. run.Finish()];
        matcher.Return(run);
        return found;
    }

    internal static ResolvedQuery Resolved(string address) => MadeUpQueries.Read(address).Resolve(MadeUpQueries.Lexicon, MadeUpQueries.Vocabulary, MadeUpQueries.Clock);

    private void AssertBrings(IReadOnlyList<ResolvedQuery> queries, DocumentFrequencies? frequencies = null)
    {
        var matcher = Filled(queries, frequencies);
        Assert.Equal(queries.Count, matcher.Count);
        foreach (var document in _documents)
        {
            var words = new DocumentWords(document, MadeUpQueries.Lexicon);
            var expected = Enumerable.Range(0, queries.Count).Where(id => queries[id].Matches(document, words)).Select(id => (long)id);
            Assert.Equal(expected, Match(matcher, document).Order());
        }
    }
}
