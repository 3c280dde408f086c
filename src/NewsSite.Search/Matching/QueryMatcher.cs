using System.Collections.Concurrent;
using NewsSite.Search.Matching.Conditions;
using NewsSite.Search.Matching.Segments;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Matching;

/// <summary>A saved search that is new or another now, or (without a query) gone.</summary>
/// <param name="Days">Not older than so many days, whenever it is matched.</param>
internal readonly record struct QueryChange(long Id, ResolvedQuery? Query, int? Days = null);

/// <summary>
/// Holds resolved queries in memory, and tells which of them find a document. Matchers take the catalogue that is current when they begin
/// and never wait; changes come one after the other, and a batch is seen whole or not at all.
/// </summary>
/// <remarks>
/// The search index turned round, and kept as it is: immutable segments, removals as bits beside them, and merges of segments of about one
/// size, so that a search is written anew only a few times while there come more.
/// </remarks>
internal sealed class QueryMatcher
{
    /// <summary>So many segments of about one size become one.</summary>
    private const int MergeFactor = 4;

    /// <summary>Smaller segments count as of one size.</summary>
    private const int Smallest = 256;

    private readonly Lock _changes = new();
    private readonly ConcurrentBag<DocumentRun> _runs = [];
    private readonly ConditionTable _table;
    private readonly QueryFiling _filing;
    private volatile QueryCatalogue _current;

    public QueryMatcher(DocumentFrequencies frequencies)
    {
        _table = new ConditionTable(frequencies);
        _filing = new QueryFiling(_table);
        _current = new QueryCatalogue(_table.View, []);
    }

    public QueryCatalogue Current => _current;

    public int Count => _current.Count;

    /// <summary>Of several changes of one search the last counts.</summary>
    public void Apply(IReadOnlyList<QueryChange> changes)
    {
        if (changes.Count == 0)
            return;
        lock (_changes)
        {
            var last = new Dictionary<long, int>(changes.Count);
            for (var place = 0; place < changes.Count; place++)
                last[changes[place].Id] = place;
            var segments = Without(_current.Segments, last.Keys);
            var builder = new QuerySegmentBuilder();
            for (var place = 0; place < changes.Count; place++)
            {
                var (id, query, days) = changes[place];
                if (query is not null && last[id] == place)
                    _filing.File(id, query, days, builder);
            }
            if (builder.Count > 0)
                segments.Add(new LiveQuerySegment(builder.ToSegment()));
            Merge(segments);
            _table.Publish();
            _current = new QueryCatalogue(_table.View, segments);
        }
    }

    /// <summary>A run for one document; to be given back when its findings have been read.</summary>
    public DocumentRun Take() => _runs.TryTake(out var run) ? run : new DocumentRun();

    public void Return(DocumentRun run) => _runs.Add(run);

    private static List<LiveQuerySegment> Without(IReadOnlyList<LiveQuerySegment> segments, IReadOnlyCollection<long> ids)
    {
        var left = new List<LiveQuerySegment>(segments.Count + 1);
        foreach (var live in segments)
        {
            var rows = new List<int>();
            foreach (var id in ids)
            {
                if (live.Segment.Find(id) is >= 0 and var row && !live.IsDead(row))
                    rows.Add(row);
            }
            var without = rows.Count > 0 ? live.Without(rows) : live;
            if (without.Count > 0)
                left.Add(without);
        }
        return left;
    }

    /// <summary>The newest segments grow into one another as long as they are many of about one size; a segment that is mostly dead is written anew.</summary>
    private static void Merge(List<LiveQuerySegment> segments)
    {
        for (var place = 0; place < segments.Count; place++)
        {
            if (segments[place].Count * 2 < segments[place].Segment.Count && segments[place].Segment.Count > Smallest)
                segments[place] = Merged([segments[place]]);
        }
        while (true)
        {
            var sizes = segments.GroupBy(segment => Size(segment.Count)).FirstOrDefault(size => size.Key == 0 ? size.Count() > 1 : size.Count() >= MergeFactor);
            if (sizes is null)
                return;
            List<LiveQuerySegment> merged = [.. sizes];
            segments.RemoveAll(merged.Contains);
            segments.Add(Merged(merged));
        }
    }

    private static int Size(int count) => count < Smallest ? 0 : 1 + (int)Math.Log((double)count / Smallest, MergeFactor);

    private static LiveQuerySegment Merged(IReadOnlyList<LiveQuerySegment> segments)
    {
        var builder = new QuerySegmentBuilder();
        foreach (var live in segments)
            live.Segment.CopyTo(builder, live.IsDead);
        return new LiveQuerySegment(builder.ToSegment());
    }
}
