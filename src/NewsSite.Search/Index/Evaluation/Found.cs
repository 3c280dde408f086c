namespace NewsSite.Search.Index.Evaluation;

/// <summary>A document that was found.</summary>
/// <param name="Rank">By this first: score, time, pay, nearness.</param>
/// <param name="At">Then the newer, then the higher id.</param>
internal readonly record struct Found(double Rank, long At, long Id, int Segment, int Document)
{
    /// <summary>What stands above comes first.</summary>
    public static readonly Comparer<Found> BestFirst = Comparer<Found>.Create((one, other) =>
        other.Rank != one.Rank ? other.Rank.CompareTo(one.Rank)
        : other.At != one.At ? other.At.CompareTo(one.At)
        : other.Id != one.Id ? other.Id.CompareTo(one.Id)
        : one.Segment != other.Segment ? one.Segment.CompareTo(other.Segment)
        : one.Document.CompareTo(other.Document));
}
