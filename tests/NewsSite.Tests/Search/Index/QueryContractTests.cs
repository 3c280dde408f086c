using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Index;

/// <summary>The index finds what <see cref="ResolvedQuery.Matches(SearchDocument)"/> says of each document: saved searches tell of what a page would show.</summary>
public sealed class QueryContractTests
{
    private static readonly Lexicon Lexicon = MadeUpQueries.Lexicon;

    private readonly SearchIndex _index = new(Lexicon);
    private readonly List<SearchDocument> _documents;

    public QueryContractTests()
    {
        var made = new MadeUpDocuments(Lexicon, 42);
        _documents = [.. Enumerable.Range(0, 600).Select(id => made.Document(id))];
        foreach (var batch in _documents.Chunk(130))
            _index.Apply([.. batch.Select(document => new IndexChange(document.Key, document))], 1);
    }

    [Theory]
    [InlineData("q=tram")]
    [InlineData("q=tram+bus&section=a&section=b&sort=newest")]
    [InlineData("q=%22tram+bus%22+OR+nurse+-school")]
    [InlineData("q=chauffeur&near=1000&km=10")]
    [InlineData("q=Elsene&near=Leuven&km=0&anywhere=1&sort=distance")]
    [InlineData("near=Nowhere&km=100")]
    [InlineData("near=Nowhere&km=100&anywhere=1")]
    [InlineData("pay=3000000&days=30&tag=c&sort=pay")]
    [InlineData("from=2026-01-10&to=2026-02-10")]
    [InlineData("q=-tram")]
    [InlineData("")]
    public void The_index_finds_what_a_written_query_matches(string address) => AssertFindsWhatMatches(address);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_index_finds_what_any_query_matches(int seed)
    {
        var random = new Random(seed);
        for (var time = 0; time < 250; time++)
            AssertFindsWhatMatches(MadeUpQueries.Address(random));
    }

    [Theory]
    [InlineData("foo AND")]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("NEAR(")]
    [InlineData("'; --")]
    [InlineData("\u202E\u200F")]
    public void Whatever_is_typed_is_answered(string typed) => AssertFindsWhatMatches("q=" + Uri.EscapeDataString(typed));

    [Fact]
    public void A_heap_of_anything_is_answered_at_once()
    {
        foreach (var heap in new[] { new string('"', 10_000), new string(',', 1_000_000), string.Concat(Enumerable.Repeat("tram OR ", 10_000)), string.Concat(Enumerable.Repeat("-bus ", 10_000)) })
        {
            var query = SearchQuery.Parse([new("q", heap)], MadeUpQueries.Facets).ResolveForPage(Lexicon, MadeUpQueries.Vocabulary, MadeUpQueries.Clock);
            var hits = _index.Search(query, new SearchRequest { Now = MadeUpDocuments.Now, Facets = MadeUpQueries.Facets });
            Assert.InRange(hits.Total, 0, _documents.Count);
        }
    }

    private void AssertFindsWhatMatches(string address)
    {
        var query = MadeUpQueries.Read(address).Resolve(Lexicon, MadeUpQueries.Vocabulary, MadeUpQueries.Clock);
        var hits = _index.Search(query, new SearchRequest { Now = MadeUpDocuments.Now, Size = 1000 });
        var expected = _documents.Where(query.Matches).Select(document => document.Key.ToString()).Order(StringComparer.Ordinal);
        Assert.True(expected.SequenceEqual(hits.Hits.Select(hit => hit.Key.ToString()).Order(StringComparer.Ordinal)), $"{address} finds others");
        Assert.Equal(hits.Hits.Count, hits.Total);
    }
}
