using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Index.Evaluation;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Index;

public sealed class RankingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Lexicon Lexicon = new();

    private readonly List<SearchDocument> _documents = [];

    [Fact]
    public void A_word_in_the_title_counts_more_than_in_the_body() =>
        AssertOrder(Word("tram"), Document("something", "the tram stops here"), Document("the tram stops", "something here now"));

    [Fact]
    public void A_rare_word_counts_more_than_a_common_one()
    {
        for (var other = 0; other < 20; other++)
            Document("depot", "depot", id: 100 + other);
        AssertOrder(new AnyOf([Word("depot"), Word("tram")], IsOneWord: false), Document("words", "the depot"), Document("words", "the tram"), others: 20);
    }

    [Fact]
    public void The_word_as_typed_counts_more_than_another_with_its_stem() =>
        AssertOrder(Word("trams"), Document("words", "one tram here"), Document("words", "one trams here"));

    [Fact]
    public void A_long_text_counts_less_than_a_short_one() =>
        AssertOrder(Word("tram"), Document("words", "tram " + string.Concat(Enumerable.Repeat("filler ", 300))), Document("words", "tram filler"));

    [Fact]
    public void Words_that_stand_together_count_more_than_words_apart() =>
        AssertOrder(
            new AllOf([Word("tram"), Word("strike")]),
            Document("words", "tram one two three four five six strike"),
            Document("words", "one two tram strike three four five six"));

    [Fact]
    public void News_gets_old_and_jobs_do_not()
    {
        AssertOrder(Word("tram"), Document("tram", "words", age: 3000, ages: true), Document("tram", "words", age: 1, ages: true));
        _documents.Clear();
        AssertOrder(Word("tram"), Document("tram tram", "words", age: 1), Document("tram tram tram", "words", age: 3000));
    }

    [Fact]
    public void What_is_lifted_stands_above_what_fits_as_well_and_says_so()
    {
        var (plain, lifted) = (Document("tram", "words", age: 1), Document("tram", "words", age: 9, lifted: true));
        AssertOrder(Word("tram"), plain, lifted);
        var hits = Search(null, Sort.Relevance).Hits;
        Assert.Equal([lifted.Key, plain.Key], hits.Select(hit => hit.Key));
        Assert.Equal([true, false], hits.Select(hit => hit.IsLifted));
        Assert.Equal([plain.Key, lifted.Key], Search(null, Sort.Newest).Hits.Select(hit => hit.Key));
    }

    [Fact]
    public void Without_words_the_newest_comes_first() => AssertOrder(null, Document("one", "words", age: 9), Document("two", "words", age: 2));

    [Fact]
    public void A_typo_is_forgiven_where_the_word_is_unknown_or_much_rarer()
    {
        Document("the trxm runs", "words");
        for (var other = 0; other < 60; other++)
            Document("the tram runs", "words", id: 100 + other);
        Document("the team runs", "words");
        Assert.Equal(61, Total(Mistyped("trxm", 1)));
        Assert.Equal(60, Total(Mistyped("tram", 1)));
    }

    [Fact]
    public void What_was_meant_is_the_commonest_of_the_most_alike()
    {
        Document("tram", "train train");
        Document("tram", "words");
        var index = Filled();
        Assert.Equal("tram", index.Meant("trma", 2));
        Assert.Equal("train", index.Meant("trainn", 2));
        Assert.Null(index.Meant("tram", 2));
        Assert.Null(index.Meant("helicopter", 2));
        Assert.Equal(["tram", "train"], index.WordsStartingWith("tra", 5));
    }

    [Fact]
    public void Pages_follow_each_other_without_gap_or_double()
    {
        for (var number = 0; number < 150; number++)
            Document(number % 3 == 0 ? "tram strike" : "tram and strike", "words", age: number, id: 500 + number);
        var index = Filled();
        var clause = new AllOf([Word("tram"), Word("strike")]);
        var all = index.Search(clause, new DocumentFilter { Now = 0 }, Sort.Relevance, new SearchRequest { Now = Now, Size = 150 }).Hits.Select(hit => hit.Key).ToList();
        var pages = Enumerable.Range(0, 15).SelectMany(page =>
            index.Search(clause, new DocumentFilter { Now = 0 }, Sort.Relevance, new SearchRequest { Now = Now, Offset = page * 10, Size = 10 }).Hits.Select(hit => hit.Key));
        Assert.Equal(all, pages);
        Assert.Equal(150, all.Distinct().Count());
    }

    private static AnyOf Mistyped(string typed, int typos) => new([Word(typed), new TypoClause(Fields.All, typed, typos)], IsOneWord: true);

    /// <summary>The document that comes later in the arguments comes first among the hits.</summary>
    private void AssertOrder(Clause? clause, SearchDocument low, SearchDocument high, int others = 0)
    {
        var hits = Search(clause, Sort.Relevance).Hits;
        Assert.Equal(2 + others, hits.Count);
        Assert.Equal([high.Key, low.Key], hits.Select(hit => hit.Key).Where(key => key == high.Key || key == low.Key));
    }

    private int Total(Clause clause) => Search(clause, Sort.Relevance).Total;

    private SearchHits Search(Clause? clause, Sort order) => Filled().Search(
        clause, new DocumentFilter { Now = (Now.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond }, order, new SearchRequest { Now = Now, Size = 1000 });

    private SearchIndex Filled()
    {
        var index = new SearchIndex(Lexicon);
        index.Apply([.. _documents.Select(document => new IndexChange(document.Key, document))], 0);
        return index;
    }

    private static TermClause Word(string word) => new() { In = Fields.All, Exact = word, Stems = [Lexicon.Analyse(word, Language.English).Stem] };

    private SearchDocument Document(string title, string body, int age = 5, bool ages = false, bool lifted = false, long? id = null)
    {
        var document = new SearchDocument
        {
            Key = new DocumentKey("article", id ?? _documents.Count),
            Language = Language.English,
            Title = title,
            Body = body,
            At = Now.AddDays(-age),
            Ages = ages,
            LiftedUntil = lifted ? Now.AddDays(1) : null,
        };
        _documents.Add(document);
        return document;
    }
}
