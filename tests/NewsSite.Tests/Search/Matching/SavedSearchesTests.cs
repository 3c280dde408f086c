using System.Diagnostics;
using Microsoft.Extensions.Options;
using NewsSite.Benchmarks.Matching;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;
using NewsSite.Search.Matching;
using NewsSite.Search.Matching.Conditions;
using NewsSite.Search.Queries;
using NewsSite.Tests.Search.Index;

namespace NewsSite.Tests.Search.Matching;

public sealed class SavedSearchesTests
{
    private static readonly SearchDocument Job = new()
    {
        Key = new DocumentKey("posting", 1),
        Language = Language.Dutch,
        Title = "Ervaren vrachtwagenchauffeurs gezocht",
        Body = "Je rijdt met de tram naar de brug in Elsene.",
        Facets = [new("section", "a")],
        Places = [new(50.8467, 4.3525)],
        At = MadeUpDocuments.Now.AddDays(-3),
        Pay = 36_000_00,
    };

    private readonly SettableClock _time = new() { Now = MadeUpDocuments.Now };
    private readonly SavedSearches _searches;

    public SavedSearchesTests() => _searches = new SavedSearches(
        MadeUpQueries.Lexicon, MadeUpQueries.Vocabulary, new PaperClock(_time, Options.Create(new SiteSettings { TimeZone = "Europe/Brussels" })), DocumentFrequencies.Unknown);

    [Theory]
    [InlineData("q=vrachtwagenchauffeur", true)]
    [InlineData("q=Ixelles&near=1000&section=a&pay=3600000", true)]
    [InlineData("q=vrachtwagenchauf", false)]
    [InlineData("q=vrachtwagnchauffeur", false)]
    [InlineData("q=nurse", false)]
    public void A_search_is_brought_in_all_its_words_forms_and_names_but_not_mistyped(string address, bool isBrought)
    {
        _searches.Apply([new SavedSearchChange(7, MadeUpQueries.Read(address))]);
        Assert.Equal(isBrought ? [7L] : [], _searches.Match(Job));
    }

    [Fact]
    public void A_place_that_nobody_knows_narrows_nothing_as_on_the_page()
    {
        _searches.Apply([new SavedSearchChange(1, MadeUpQueries.Read("q=tram&near=Nowhere&km=5"))]);
        Assert.Equal([1], _searches.Match(Job));
    }

    [Fact]
    public void Not_older_than_some_days_is_reckoned_when_it_is_matched()
    {
        _searches.Apply([new SavedSearchChange(1, MadeUpQueries.Read("q=tram&days=3"))]);
        Assert.Equal([1], _searches.Match(Job));

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty(_searches.Match(Job));
    }

    [Fact]
    public void What_is_over_brings_nobody()
    {
        _searches.Apply([new SavedSearchChange(1, new SearchQuery())]);
        Assert.Equal([1], _searches.Match(Job with { Until = MadeUpDocuments.Now.AddSeconds(1) }));
        Assert.Empty(_searches.Match(Job with { Until = MadeUpDocuments.Now }));
    }

    [Fact]
    public void Hostile_searches_are_taken_and_leave_the_others_quick()
    {
        var made = new MadeUpDocuments(MadeUpQueries.Lexicon, 1);
        var random = new Random(11);
        List<SavedSearchChange> hostile = [.. Hostile.Texts().Concat(Enumerable.Range(0, 5_000).Select(_ => Hostile.Text(random)))
            .Append(string.Concat(Enumerable.Range(0, 10_000).Select(number => $"word{number} ")))
            .Append(string.Concat(Enumerable.Range(0, 10_000).Select(number => $"-word{number} ")))
            .Select((text, id) => new SavedSearchChange(id, new SearchQuery { Words = text }))];
        var watch = Stopwatch.StartNew();
        _searches.Apply(hostile);
        foreach (var id in Enumerable.Range(0, 100))
        {
            var document = made.Document(id) with { Until = null };
            var found = _searches.Match(document).Order();
            if (id % 20 == 0)
                Assert.Equal(hostile.Where(change => Matches(change.Query!, document)).Select(change => change.Id), found);
        }
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));

        bool Matches(SearchQuery query, SearchDocument document) => query.Resolve(MadeUpQueries.Lexicon, MadeUpQueries.Vocabulary, MadeUpQueries.Clock).Matches(document);
    }

    [Fact]
    public void Searches_of_ten_thousand_parts_are_matched_like_any_other()
    {
        List<TermClause> words = [.. Enumerable.Range(0, 10_000).Select(number => new TermClause { In = Fields.All, Stems = [number == 0 ? "tram" : $"word{number}"], Exact = "" })];
        Clause[] clauses =
        [
            new AllOf(words), new AnyOf(words, IsOneWord: false), new AllOf([.. words.Skip(1).Select(word => new NoneOf(word))]), new AllOf([.. words.Select(word => new NoneOf(word))]),
            new PhraseClause(words), new AllOf([]), new AnyOf([], IsOneWord: false), new NoneOf(new AllOf([])),
        ];
        List<ResolvedQuery> queries = [.. clauses.Select(clause => QueryMatcherContractTests.Resolved("") with { Words = clause })];
        var matcher = QueryMatcherContractTests.Filled(queries);
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < 100; time++)
            Assert.Equal(Enumerable.Range(0, queries.Count).Where(id => queries[id].Matches(Job)).Select(id => (long)id), QueryMatcherContractTests.Match(matcher, Job).Order());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [SharedDataFact("percolate/jobs.jsonl")]
    public void Every_pair_of_the_percolation_set_is_brought_and_no_other()
    {
        var set = new PercolationSet(SharedData.PathOf("percolate"));
        var jobs = set.Jobs();
        var matcher = new QueryMatcher(PercolationSet.FrequenciesIn(jobs));
        foreach (var batch in set.Alerts(10_000).Select(alert => new QueryChange(alert.Id, PercolationSet.ToQuery(alert))).Chunk(900))
            matcher.Apply(batch);
        var pairs = new List<long>();
        foreach (var job in jobs)
        {
            var run = matcher.Take();
            run.Begin(matcher.Current, job.Traits);
            job.Tell(run);
            foreach (var id in run.Finish())
                pairs.Add((id << 20) | (long)job.Id);
            matcher.Return(run);
        }
        Assert.Equal(PercolationSet.Expected[10_000], (pairs.Count, PercolationSet.Checksum([.. pairs])));
    }
}
