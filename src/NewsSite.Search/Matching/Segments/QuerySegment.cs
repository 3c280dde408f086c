namespace NewsSite.Search.Matching.Segments;

/// <summary>
/// Some saved searches, never changed: each filed under the rarest thing that it asks for (its lead), among those under the next rarest (its
/// second), so that a group of records is passed over at once. One array holds all records behind each other.
/// </summary>
/// <remarks>
/// A lead's records are groups: second, end of the group, then for each search its row, its <see cref="RecordHeader"/> and what it counts. A number
/// below zero stands for surroundings (its complement), else for a condition.
/// </remarks>
internal sealed class QuerySegment
{
    /// <summary>By row, rising.</summary>
    public required long[] Ids { get; init; }

    public required int[] Records { get; init; }

    public required LeadTable Leads { get; init; }

    /// <summary>Of the leads those that are surroundings.</summary>
    public required int[] LeadReaches { get; init; }

    public required Remainder[] Remainders { get; init; }

    public int Count => Ids.Length;

    /// <summary>The row of a search; negative: it is not here.</summary>
    public int Find(long id) => id < Ids[0] || id > Ids[^1] ? -1 : Array.BinarySearch(Ids, id);

    /// <summary>Files the searches that are still alive elsewhere too.</summary>
    public void CopyTo(QuerySegmentBuilder builder, Func<int, bool> isDead)
    {
        foreach (var (lead, start, end) in Leads.Entries())
        {
            for (var at = start; at < end;)
            {
                var (second, groupEnd) = (Records[at], Records[at + 1]);
                for (at += 2; at < groupEnd;)
                {
                    var (row, header) = (Records[at], Records[at + 1]);
                    var length = RecordHeader.LengthOf(header);
                    if (!isDead(row))
                    {
                        var remainder = (header & RecordHeader.HasRemainder) != 0 ? Remainders[Records[at + 1 + length]] : null;
                        builder.Add(Ids[row], lead, second, Records.AsSpan(at + 1, length + 1), remainder);
                    }
                    at += 2 + length;
                }
            }
        }
    }
}

/// <summary>A segment, and which of its rows were removed or replaced since it was made.</summary>
/// <param name="Dead">A bit for each row; null: none.</param>
internal sealed record LiveQuerySegment(QuerySegment Segment, ulong[]? Dead, int Count)
{
    public LiveQuerySegment(QuerySegment segment) : this(segment, null, segment.Count)
    {
    }

    public bool IsDead(int row) => Dead is { } dead && (dead[row >> 6] & (1UL << row)) != 0;

    public LiveQuerySegment Without(IReadOnlyList<int> rows)
    {
        var dead = Dead is null ? new ulong[(Segment.Count + 63) / 64] : (ulong[])Dead.Clone();
        foreach (var row in rows)
            dead[row >> 6] |= 1UL << row;
        return new LiveQuerySegment(Segment, dead, Count - rows.Count);
    }
}
