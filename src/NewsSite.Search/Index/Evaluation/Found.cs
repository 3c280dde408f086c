namespace NewsSite.Search.Index.Evaluation;

/// <summary>A document that was found.</summary>
/// <param name="Rank">By this first: score, time, pay, nearness.</param>
/// <param name="At">Then the newer, then the higher id.</param>
internal readonly record struct Found(double Rank, long At, long Id, int Segment, int Document)
{
    public static readonly Comparer<Found> BestFirst = Comparer<Found>.Create((one, other) => one.CompareTo(other));

    /// <summary>What stands above comes first.</summary>
    public int CompareTo(Found other) =>
        other.Rank != Rank ? other.Rank.CompareTo(Rank)
        : other.At != At ? other.At.CompareTo(At)
        : other.Id != Id ? other.Id.CompareTo(Id)
        : Segment != other.Segment ? Segment.CompareTo(other.Segment)
        : Document.CompareTo(other.Document);
}
