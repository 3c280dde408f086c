using System.Collections.Concurrent;
using NewsSite.Search.Documents;
using NewsSite.Search.Index.Evaluation;
using NewsSite.Search.Index.Segments;
using NewsSite.Search.Index.Snapshots;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Search.Index;

/// <summary>
/// Finds documents by their words, facets, places and times, in memory. Searches take the catalogue that is current when they begin
/// and never wait; changes come one after the other and can be found as soon as <see cref="Apply"/> returns.
/// </summary>
/// <remarks>
/// Lucene's way: immutable segments, deletions beside them, and merges of segments of about one size in the background, so that a
/// document is written anew only a few times while the index grows (log-structured merging: O'Neil et al. 1996). Changes of one batch
/// become a segment; small ones grow into one another at once, so that there is one fresh segment.
/// </remarks>
public sealed class SearchIndex(Lexicon lexicon)
{
    /// <summary>A longer batch of changes becomes several segments: so many words are held beside the index at most.</summary>
    private const int MostWords = 4_000_000;

    private readonly Lock _changes = new();
    private readonly Lock _files = new();
    private readonly ConcurrentBag<Workspace> _workspaces = [];
    private FacetTable _facets = new();
    private volatile Catalogue _current = Catalogue.Empty;
    private Segment? _fresh;
    private Task _merging = Task.CompletedTask;

    public Ranking Ranking { get; init; } = Ranking.Default;

    /// <summary>How many documents can be found.</summary>
    public int Count => _current.Count;

    /// <summary>The last change of the change log that it holds.</summary>
    public long LastChange => _current.LastChange;

    internal Catalogue Current => _current;

    /// <summary>Ends when nothing is left to be merged, if nothing is changed meanwhile.</summary>
    internal Task Merging
    {
        get
        {
            lock (_changes)
                return _merging;
        }
    }

    /// <summary>Replaces and removes documents; of several changes of one document the last counts.</summary>
    /// <param name="lastChange">Of the change log, when these are done.</param>
    public void Apply(IReadOnlyList<IndexChange> changes, long lastChange)
    {
        var latest = changes.GroupBy(change => change.Key).Select(group => group.Last()).ToList();
        lock (_changes)
        {
            if (_merging.IsFaulted)
                _merging.GetAwaiter().GetResult(); // says here what went wrong in the background
            var segments = Without(latest.Select(change => change.Key), _current.Segments);
            var builder = new SegmentBuilder(lexicon, _facets);
            foreach (var document in latest.Select(change => change.Document).OfType<SearchDocument>())
            {
                builder.Add(document);
                if (builder.Words < MostWords)
                    continue;
                segments.Add(new LiveSegment(builder.ToSegment(), null));
                builder = new SegmentBuilder(lexicon, _facets);
            }
            if (builder.Documents > 0)
                AddFresh(segments, builder.ToSegment());
            _current = new Catalogue { Segments = segments, Facets = _facets.Values, LastChange = lastChange };
            if (_merging.IsCompleted && MergePolicy.Choose(Mergeable(segments)).Count > 0)
                _merging = Task.Run(Merge);
        }
    }

    /// <summary>The commonest words of documents that begin so.</summary>
    /// <param name="start">Folded; so are the words.</param>
    public IReadOnlyList<string> WordsStartingWith(string start, int size) => new KnownWords(_current).StartingWith(start, size);

    /// <summary>Did you mean …? Null: some document has the word, or none has one like it.</summary>
    /// <param name="word">Folded; so is the answer.</param>
    /// <param name="typos">In how many letters it may differ.</param>
    public string? Meant(string word, int typos) => new KnownWords(_current).Meant(word, typos);

    /// <summary>In how many documents a word with this stem stands, roughly: one that has it in two forms counts twice, and a deleted one may still count.</summary>
    public int CountOf(string stem)
    {
        var documents = 0;
        foreach (var segment in _current.Segments.Select(live => live.Segment))
        {
            foreach (var form in segment.Forms.WithStem(stem))
                documents += segment.Postings.Frequencies[form];
        }
        return documents;
    }

    /// <summary>Writes all that can be found now to a file, whole or not at all; searches and changes go on meanwhile.</summary>
    /// <param name="database">The identity of the database that it was read from, and of the way in which documents are made of it.</param>
    public void Save(string path, string database)
    {
        lock (_files)
        {
            var written = path + ".new";
            using (var file = new FileStream(written, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            {
                CatalogueFile.Write(_current, new SnapshotOrigin(database, lexicon.Version), file);
                file.Flush(flushToDisk: true);
            }
            File.Move(written, path, overwrite: true);
        }
    }

    /// <summary>Replaces what can be found by what a snapshot holds; then <see cref="LastChange"/> says from where the change log is to be followed.</summary>
    /// <param name="database">As when it was saved.</param>
    public SnapshotOutcome Load(string path, string database)
    {
        if (!File.Exists(path))
            return SnapshotOutcome.Missing;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        if (!SnapshotReader.IsWhole(file))
            return SnapshotOutcome.Broken;
        if (!CatalogueFile.IsOfThisFormat(file))
            return SnapshotOutcome.OtherFormat;
        var (origin, read) = CatalogueFile.Read(file);
        if (origin.Database != database)
            return SnapshotOutcome.OtherDatabase;
        if (origin.Lexicon != lexicon.Version)
            return SnapshotOutcome.OtherLexicon;
        var catalogue = read();
        lock (_changes)
        {
            _facets = new FacetTable(catalogue.Facets.Span.ToArray());
            _fresh = null;
            _current = catalogue with { Facets = _facets.Values };
        }
        return SnapshotOutcome.Loaded;
    }

    /// <summary>Gives way to an index that was made beside this one; what was found in this one is forgotten.</summary>
    /// <param name="renewed">Nobody else knows it, and nobody changes it any more.</param>
    internal void TakeOver(SearchIndex renewed)
    {
        lock (renewed._changes)
        {
            lock (_changes)
            {
                (_facets, _fresh, _current) = (renewed._facets, renewed._fresh, renewed._current);
            }
        }
    }

    /// <summary>The hits of a query in the order that it asks for, and what is counted beside them.</summary>
    public SearchHits Search(ResolvedQuery query, SearchRequest request)
    {
        var filter = new DocumentFilter
        {
            Now = ColumnsBuilder.Microseconds(request.Now),
            Kinds = request.Kinds,
            Facets = query.Filters,
            Near = query.Near,
            IsNowhere = query.UnknownPlace is not null,
            WithEverywhere = query.WithEverywhere,
            From = query.From is { } from ? ColumnsBuilder.MicrosecondsFrom(from) : null,
            To = query.Before is { } before ? ColumnsBuilder.MicrosecondsFrom(before) : null,
            LeastPay = query.LeastPay,
        };
        return Search(query.Words, filter, query.Sort, request);
    }

    internal SearchHits Search(Clause? words, DocumentFilter filter, Sort order, SearchRequest request)
    {
        if (!_workspaces.TryTake(out var workspace))
            workspace = new Workspace();
        var hits = new IndexSearch(_current, Ranking, workspace).Run(words, filter, order, request);
        _workspaces.Add(workspace); // not after an exception: it may be half used
        return hits;
    }

    private static List<LiveSegment> Without(IEnumerable<DocumentKey> keys, IReadOnlyList<LiveSegment> segments)
    {
        var all = keys.ToList();
        var left = new List<LiveSegment>(segments.Count + 1);
        foreach (var live in segments)
        {
            var gone = all.Select(live.Segment.Find).Where(document => document >= 0 && !live.IsDeleted(document)).ToList();
            var without = gone.Count > 0 ? live.Without(gone) : live;
            if (without.Count > 0)
                left.Add(without);
        }
        return left;
    }

    /// <summary>The fresh segment grows by these documents while it is small; then a new one begins.</summary>
    private void AddFresh(List<LiveSegment> segments, Segment added)
    {
        var place = segments.FindIndex(live => live.Segment == _fresh);
        if (place >= 0 && segments[place].Count + added.Count <= MergePolicy.Smallest)
        {
            added = SegmentMerge.Of([segments[place], new LiveSegment(added, null)], _facets).Segment;
            segments.RemoveAt(place);
        }
        segments.Add(new LiveSegment(added, null));
        _fresh = added.Count < MergePolicy.Smallest ? added : null;
    }

    private List<LiveSegment> Mergeable(IReadOnlyList<LiveSegment> segments) => [.. segments.Where(live => live.Segment != _fresh)];

    /// <summary>Merges until the policy is content. Changes go on meanwhile: what they delete is deleted in the merged segment too.</summary>
    private void Merge()
    {
        while (true)
        {
            IReadOnlyList<LiveSegment> sources;
            lock (_changes)
                sources = MergePolicy.Choose(Mergeable(_current.Segments));
            if (sources.Count == 0)
                return;
            var (segment, documents) = SegmentMerge.Of(sources, _facets);
            lock (_changes)
                _current = _current with { Segments = Replace(sources, new LiveSegment(segment, null), documents) };
        }
    }

    private List<LiveSegment> Replace(IReadOnlyList<LiveSegment> sources, LiveSegment merged, IReadOnlyList<int[]> documents)
    {
        var segments = _current.Segments.ToList();
        var gone = new List<int>();
        for (var source = 0; source < sources.Count; source++)
        {
            var now = segments.Find(live => live.Segment == sources[source].Segment);
            for (var document = 0; document < documents[source].Length; document++)
            {
                if (documents[source][document] >= 0 && (now is null || now.IsDeleted(document)))
                    gone.Add(documents[source][document]);
            }
            if (now is not null)
                segments.Remove(now);
        }
        var left = gone.Count > 0 ? merged.Without(gone) : merged;
        if (left.Count > 0)
            segments.Add(left);
        return segments;
    }
}
