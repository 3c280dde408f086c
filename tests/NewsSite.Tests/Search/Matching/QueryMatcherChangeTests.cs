using System.Collections.Concurrent;
using System.Collections.Immutable;
using NewsSite.Search.Documents;
using NewsSite.Search.Matching;
using NewsSite.Search.Matching.Conditions;
using NewsSite.Search.Queries;
using NewsSite.Tests.Search.Index;

namespace NewsSite.Tests.Search.Matching;

public sealed class QueryMatcherChangeTests
{
    private const int Rounds = 400;
    private const int MostIds = 3_000;

    private readonly List<SearchDocument> _documents;
    private readonly List<ResolvedQuery> _queries;

    /// <summary>By query and document: the truth.</summary>
    private readonly bool[][] _matches;

    public QueryMatcherChangeTests()
    {
        var made = new MadeUpDocuments(MadeUpQueries.Lexicon, 8);
        var random = new Random(8);
        _documents = [.. Enumerable.Range(0, 40).Select(id => made.Document(id))];
        _queries = [.. Enumerable.Range(0, 300).Select(_ => QueryMatcherContractTests.Resolved(MadeUpQueries.Address(random)))];
        _matches = [.. _queries.Select(query => _documents.Select(query.Matches).ToArray())];
    }

    [Fact]
    public void After_any_changes_only_the_last_version_of_each_search_is_brought()
    {
        var (matcher, random, state) = (new QueryMatcher(DocumentFrequencies.Unknown), new Random(9), ImmutableDictionary<long, int>.Empty);
        for (var round = 0; round < Rounds; round++)
        {
            (var changes, state) = Change(state, random);
            matcher.Apply(changes);
            Assert.Equal(state.Count, matcher.Count);
            var place = random.Next(_documents.Count);
            Assert.Equal(Expected(state, place), QueryMatcherContractTests.Match(matcher, _documents[place]).Order());
        }
        // Merged as they come: never many, whatever happened.
        Assert.InRange(matcher.Current.Segments.Count, 1, 20);
    }

    /// <summary>What a matcher brings is what held at some moment while it matched: between the batch that was done before it began and the one that was begun when it ended.</summary>
    [Fact]
    public async Task Whoever_matches_meanwhile_sees_each_batch_whole_or_not_at_all()
    {
        var matcher = new QueryMatcher(DocumentFrequencies.Unknown);
        var states = new ConcurrentDictionary<int, ImmutableDictionary<long, int>> { [0] = ImmutableDictionary<long, int>.Empty };
        var (begun, done) = (0, 0);
        using var ended = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(reader => Task.Run(() => Read(reader))).ToList();

        var random = new Random(10);
        for (var round = 1; round <= Rounds; round++)
        {
            var (changes, state) = Change(states[round - 1], random);
            states[round] = state;
            Volatile.Write(ref begun, round);
            matcher.Apply(changes);
            Volatile.Write(ref done, round);
        }
        await ended.CancelAsync();

        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 0));

        int Read(int seed)
        {
            var (own, seen) = (new Random(seed), 0);
            for (; seen == 0 || !ended.IsCancellationRequested; seen++)
            {
                var place = own.Next(_documents.Count);
                var first = Volatile.Read(ref done);
                var found = QueryMatcherContractTests.Match(matcher, _documents[place]).Order().ToList();
                var last = Volatile.Read(ref begun);
                Assert.Contains(Enumerable.Range(first, last - first + 1), round => Expected(states[round], place).SequenceEqual(found));
            }
            return seen;
        }
    }

    [Fact]
    public void Of_several_changes_in_one_batch_the_last_counts()
    {
        var matcher = new QueryMatcher(DocumentFrequencies.Unknown);
        var (all, none) = (QueryMatcherContractTests.Resolved(""), QueryMatcherContractTests.Resolved("hours=never"));
        var document = _documents[0] with { Until = null };

        matcher.Apply([new QueryChange(1, none), new QueryChange(2, all), new QueryChange(1, all), new QueryChange(2, null), new QueryChange(3, null)]);
        Assert.Equal([1], QueryMatcherContractTests.Match(matcher, document));

        matcher.Apply([new QueryChange(1, null), new QueryChange(1, none), new QueryChange(2, all)]);
        Assert.Equal([2], QueryMatcherContractTests.Match(matcher, document));
        Assert.Equal(2, matcher.Count);
    }

    private (List<QueryChange> Changes, ImmutableDictionary<long, int> State) Change(ImmutableDictionary<long, int> state, Random random)
    {
        var changes = new List<QueryChange>();
        for (var count = random.Next(10) == 0 ? random.Next(500) : random.Next(1, 20); count > 0; count--)
        {
            var (id, query) = ((long)random.Next(MostIds), random.Next(_queries.Count));
            var isGone = random.Next(3) == 0;
            changes.Add(new QueryChange(id, isGone ? null : _queries[query]));
            state = isGone ? state.Remove(id) : state.SetItem(id, query);
        }
        return (changes, state);
    }

    private IEnumerable<long> Expected(ImmutableDictionary<long, int> state, int document) => state.Where(search => _matches[search.Value][document]).Select(search => search.Key).Order();
}
