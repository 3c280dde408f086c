using System.Numerics;

namespace NewsSite.Search.Index.Segments;

/// <summary>A segment and which of its documents are deleted (a bit each; none: null). Never changed: a deletion makes a new one.</summary>
internal sealed record LiveSegment(Segment Segment, ulong[]? Deleted)
{
    /// <summary>How many are not deleted.</summary>
    public int Count { get; } = Segment.Count - (Deleted?.Sum(BitOperations.PopCount) ?? 0);

    public bool IsDeleted(int document) => Deleted is not null && (Deleted[document >> 6] & (1UL << (document & 63))) != 0;

    public LiveSegment Without(IEnumerable<int> documents)
    {
        var deleted = Deleted is null ? new ulong[(Segment.Count + 63) >> 6] : (ulong[])Deleted.Clone();
        foreach (var document in documents)
            deleted[document >> 6] |= 1UL << (document & 63);
        return new LiveSegment(Segment, deleted);
    }
}
