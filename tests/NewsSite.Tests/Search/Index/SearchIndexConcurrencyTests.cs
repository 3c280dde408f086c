using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Index.Evaluation;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Index;

public sealed class SearchIndexConcurrencyTests
{
    private const int Rounds = 60;
    private const int Together = 120;

    private static readonly Lexicon Lexicon = new();

    /// <summary>Every batch puts the next number into all documents: a reader who saw a batch half done would see two numbers.</summary>
    [Fact]
    public async Task Readers_see_each_batch_whole_or_not_at_all_while_segments_merge()
    {
        var index = new SearchIndex(Lexicon);
        index.Apply([.. Batch(0)], 0);
        using var ended = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadAsync(index, ended.Token))).ToList();

        for (var round = 1; round <= Rounds; round++)
            index.Apply([.. Batch(round), .. Others(round)], round);
        await index.Merging;
        await ended.CancelAsync();

        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 0));
        Assert.Equal(Together + (Rounds * 300), index.Count);
        Assert.Equal(Together, Count(index, "round" + Letters(Rounds)));
    }

    private static async Task<int> ReadAsync(SearchIndex index, CancellationToken ended)
    {
        var (searches, last) = (0, 0L);
        while (searches == 0 || !ended.IsCancellationRequested)
        {
            await Task.Yield();
            var hits = index.Search(Word("everywhere"), new DocumentFilter { Now = 0 }, Sort.Newest, new SearchRequest { Now = DateTimeOffset.UnixEpoch, Facets = ["round"] });
            var rounds = hits.Facets["round"];
            Assert.Equal(Together, hits.Total);
            Assert.Equal(Together, Assert.Single(rounds).Count);
            var round = long.Parse(rounds[0].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(round >= last, $"went back from round {last} to {round}");
            last = round;
            searches++;
        }
        return searches;
    }

    private static int Count(SearchIndex index, string word) =>
        index.Search(Word(word), new DocumentFilter { Now = 0 }, Sort.Relevance, new SearchRequest { Now = DateTimeOffset.UnixEpoch }).Total;

    private static TermClause Word(string word) => new() { In = Fields.All, Exact = word, Stems = Lexicon.StemsOf(word) };

    private static IEnumerable<IndexChange> Batch(int round) => Enumerable.Range(0, Together).Select(id => Change(id, $"everywhere round{Letters(round)}", round));

    private static IEnumerable<IndexChange> Others(int round) => Enumerable.Range(0, 300).Select(place => Change(1000 + (round * 300) + place, $"other words{place}", round));

    private static IndexChange Change(long id, string title, int round)
    {
        var document = new SearchDocument
        {
            Key = new DocumentKey("article", id),
            Language = Language.English,
            Title = title,
            At = DateTimeOffset.UnixEpoch.AddDays(round),
            Facets = [new Facet("round", round.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        };
        return new IndexChange(document.Key, document);
    }

    /// <summary>A number in letters, so that no stemmer takes it for another.</summary>
    private static string Letters(int number) => new([.. number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('k' + digit - '0'))]);
}
