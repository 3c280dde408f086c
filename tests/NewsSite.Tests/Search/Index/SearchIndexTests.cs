using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Index;

public sealed class SearchIndexTests
{
    private static readonly Lexicon Lexicon = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_index_finds_what_reading_every_document_finds(int seed)
    {
        var made = new MadeUpDocuments(Lexicon, seed);
        var random = new Random(seed);
        var index = new SearchIndex(Lexicon);
        var documents = new Dictionary<DocumentKey, SearchDocument>();
        for (var batch = 0; batch < 30; batch++)
        {
            var changes = new List<IndexChange>();
            foreach (var id in Enumerable.Range(0, random.Next(1, 120)).Select(_ => (long)random.Next(1, 900)))
            {
                var document = made.Document(id);
                changes.AddRange(documents.Keys.Where(key => key.Id == id).Select(key => new IndexChange(key, null)));
                if (random.Next(8) > 0)
                    changes.Add(new IndexChange(document.Key, document));
            }
            index.Apply(changes, batch);
            foreach (var change in changes)
            {
                documents.Remove(change.Key);
                if (change.Document is { } document)
                    documents[change.Key] = document;
            }
            if (batch % 4 == 0)
                await index.Merging;
            AssertFindsTheSame(index, documents, made, times: 12);
        }
        Assert.Equal(documents.Count, index.Count);
    }

    private static void AssertFindsTheSame(SearchIndex index, Dictionary<DocumentKey, SearchDocument> documents, MadeUpDocuments made, int times)
    {
        var readings = documents.ToDictionary(document => document.Key, document => new PlainReading(document.Value, Lexicon));
        for (var time = 0; time < times; time++)
        {
            var (clause, filter) = (made.Clause(), time % 3 == 0 ? made.Filter() with { Kinds = [], Facets = [], Near = null, IsNowhere = false } : made.Filter());
            var order = (Sort)(time % 4);
            var request = new SearchRequest
            {
                Now = MadeUpDocuments.Now,
                Size = 10_000,
                Facets = ["section", "tag", "hours"],
                TimeBands = [new TimeBand("month", MadeUpDocuments.Now.AddDays(-30))],
                PayBands = [new PayBand("more", 4_000_000)],
            };
            var hits = index.Search(clause, filter, order, request);
            var holding = readings.Where(reading => reading.Value.Holds(clause)).ToDictionary();
            var expected = holding.Where(reading => reading.Value.Passes(filter)).Select(reading => reading.Key).ToList();
            Assert.Equal(Sorted(expected), Sorted(hits.Hits.Select(hit => hit.Key)));
            Assert.Equal(expected.Count, hits.Total);
            foreach (var name in request.Facets)
            {
                var counts = holding.Where(reading => reading.Value.Passes(filter, name)).SelectMany(reading => documents[reading.Key].Facets.Distinct())
                    .Where(facet => facet.Name == name).CountBy(facet => facet.Value).Select(count => new ValueCount(count.Key, count.Value)).OrderBy(count => count.Value);
                Assert.Equal(counts, hits.Facets[name].Where(count => count.Count > 0).OrderBy(count => count.Value));
            }
            Assert.Equal(holding.Count(reading => reading.Value.Passes(filter, "time") && documents[reading.Key].At >= MadeUpDocuments.Now.AddDays(-30)), hits.TimeBands[0].Count);
            Assert.Equal(holding.Count(reading => reading.Value.Passes(filter, "pay") && documents[reading.Key].Pay >= 4_000_000), hits.PayBands[0].Count);
            AssertSorted(order, hits, documents);
        }
    }

    private static void AssertSorted(Sort order, SearchHits hits, Dictionary<DocumentKey, SearchDocument> documents)
    {
        var found = hits.Hits.Select(hit => (Hit: hit, Document: documents[hit.Key])).ToList();
        var values = order switch
        {
            Sort.Newest => found.Select(hit => (double)hit.Document.At.UtcTicks),
            Sort.Pay => found.Select(hit => (double)(hit.Document.Pay ?? -1)),
            Sort.Distance => found.Select(hit => -(hit.Hit.Kilometres ?? double.PositiveInfinity)),
            _ => found.Select(hit => hit.Hit.Score),
        };
        Assert.Equal(values.OrderDescending(), values);
    }

    private static IEnumerable<string> Sorted(IEnumerable<DocumentKey> keys) => keys.Select(key => key.ToString()).Order(StringComparer.Ordinal);
}
