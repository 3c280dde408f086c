using NewsSite.Search.Index.Postings;
using NewsSite.Search.Index.Segments;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>One segment while a search goes through it.</summary>
/// <param name="number">Its place in the catalogue.</param>
internal sealed class SegmentScan(int number, LiveSegment live, Workspace workspace)
{
    public int Number => number;

    public LiveSegment Live => live;

    public Workspace Workspace => workspace;

    public Columns Columns => live.Segment.Columns;

    /// <summary>Documents, deleted ones included.</summary>
    public int Count => live.Segment.Count;

    public BlockReader Reader { get; } = new(live.Segment.Postings);
}
