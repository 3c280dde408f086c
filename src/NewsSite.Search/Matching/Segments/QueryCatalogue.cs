using NewsSite.Search.Matching.Conditions;

namespace NewsSite.Search.Matching.Segments;

/// <summary>All saved searches as they were at some time: what a matcher holds on to.</summary>
internal sealed record QueryCatalogue(ConditionView Conditions, IReadOnlyList<LiveQuerySegment> Segments)
{
    public int Count => Segments.Sum(segment => segment.Count);
}
