using NewsSite.Platform.Site;
using NewsSite.Search.Documents;
using NewsSite.Search.Matching.Conditions;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Search.Matching;

/// <summary>What somebody wants to be told of.</summary>
/// <param name="Id">Never used for another.</param>
public sealed record SavedSearch(long Id, SearchQuery Query);

/// <summary>A saved search that is new or another now, or (null) is gone.</summary>
public sealed record SavedSearchChange(long Id, SearchQuery? Query);

/// <summary>
/// All saved searches, in memory. Which of them find a document is what the search itself would say: words in all their forms and names,
/// but no forgiven typos and no unfinished words, as a mail has nobody who looks on while he types.
/// </summary>
/// <remarks>Any thread may match, and never waits; changes come one after the other and count for all that begins to be matched when <see cref="Apply"/> has returned.</remarks>
public sealed class SavedSearches(Lexicon lexicon, Vocabulary vocabulary, PaperClock clock, DocumentFrequencies frequencies)
{
    private readonly QueryMatcher _matcher = new(frequencies);

    public int Count => _matcher.Count;

    /// <summary>The names and places with which the searches were resolved.</summary>
    public Vocabulary Vocabulary => vocabulary;

    internal QueryMatcher Matcher => _matcher;

    /// <summary>Adds, replaces and removes; of several changes of one search the last counts. What was never there is removed without complaint.</summary>
    public void Apply(IReadOnlyList<SavedSearchChange> changes) =>
        _matcher.Apply([.. changes.Select(change => new QueryChange(change.Id, change.Query is { } query ? Resolve(query) : null, change.Query?.Days))]);

    /// <summary>The ids of the searches that find the document now, each once, in no order.</summary>
    public IReadOnlyList<long> Match(SearchDocument document)
    {
        var now = clock.Now;
        if (document.Until <= now)
            return [];
        DocumentWords? words = null;
        var run = _matcher.Take();
        var traits = new DocumentTraits { Pay = document.Pay, IsEverywhere = document.IsEverywhere, At = document.At, Now = now };
        run.Begin(_matcher.Current, traits, clause => (words ??= new DocumentWords(document, lexicon)).Hold(clause));
        DocumentReading.Read(document, lexicon, run);
        var found = run.Finish().ToArray();
        _matcher.Return(run);
        return found;
    }

    /// <summary>As the search page does it; what depends on the day is left to the day.</summary>
    private ResolvedQuery Resolve(SearchQuery query) =>
        (query with { Days = null }).Resolve(lexicon, vocabulary, clock) with { UnknownPlace = null };
}
