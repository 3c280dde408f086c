namespace NewsSite.Search.Index.Segments;

/// <summary>
/// Which segments are to become one: as many as <see cref="Together"/> of about one size, the smallest first, so that a document is
/// written anew once for each eightfold growth; and one of which much is deleted (as Lucene's TieredMergePolicy does).
/// </summary>
internal static class MergePolicy
{
    /// <summary>Smaller segments grow into one another at once.</summary>
    public const int Smallest = 256;

    private const int Together = 8;
    private const double MostDeleted = 0.3;

    public static IReadOnlyList<LiveSegment> Choose(IEnumerable<LiveSegment> segments)
    {
        var all = segments.ToList();
        var tier = all.GroupBy(Tier).Where(same => same.Count() >= Together).MinBy(same => same.Key);
        if (tier is not null)
            return [.. tier.OrderBy(live => live.Count).Take(Together)];
        var worn = all.Find(live => live.Segment.Count - live.Count > MostDeleted * live.Segment.Count);
        return worn is null ? [] : [worn];
    }

    private static int Tier(LiveSegment live) => (int)Math.Log(Math.Max(1, (double)live.Count / Smallest), Together);
}
