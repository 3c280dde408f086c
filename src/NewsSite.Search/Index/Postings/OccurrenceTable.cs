namespace NewsSite.Search.Index.Postings;

/// <summary>
/// The different <see cref="Occurrences"/> of a segment, the commonest first. A posting holds its number here, a few bits, where a
/// count for each field would take bytes; the true counts stay known, so that BM25F and searches in one field need nothing else.
/// </summary>
internal sealed class OccurrenceTable
{
    private readonly Occurrences[] _all;
    private readonly int[] _totals;
    private readonly int[] _inBodyOnly;

    public OccurrenceTable(Occurrences[] all, int[] uses)
    {
        (_all, Uses) = (all, uses);
        _totals = Array.ConvertAll(all, counts => counts.Total);
        _inBodyOnly = Array.ConvertAll(all, counts => counts.Total == counts.Body ? counts.Body : 0);
    }

    public int Count => _all.Length;

    /// <summary>By their numbers.</summary>
    public ReadOnlySpan<Occurrences> All => _all;

    public Occurrences this[int number] => _all[number];

    /// <summary>By how many postings each was used when the segment was made.</summary>
    public int[] Uses { get; }

    /// <summary>How many positions a posting of that number has.</summary>
    public ReadOnlySpan<int> Totals => _totals;

    /// <summary>The count of those that stand in the body and nowhere else, as most do; 0 for the others.</summary>
    public ReadOnlySpan<int> InBodyOnly => _inBodyOnly;

    /// <summary>Numbers occurrences by how often they are used.</summary>
    /// <returns>The table, and the new number of each.</returns>
    public static (OccurrenceTable Table, int[] Numbers) Of(IReadOnlyList<Occurrences> all, IReadOnlyList<int> uses)
    {
        var order = Enumerable.Range(0, all.Count).OrderByDescending(index => uses[index]).ThenBy(index => index).ToArray();
        var numbers = new int[order.Length];
        for (var number = 0; number < order.Length; number++)
            numbers[order[number]] = number;
        return (new OccurrenceTable([.. order.Select(index => all[index])], [.. order.Select(index => uses[index])]), numbers);
    }
}
