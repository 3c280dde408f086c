namespace NewsSite.Search.Index.Postings;

/// <summary>The postings of a segment as <see cref="PostingsWriter"/> made them.</summary>
internal sealed record PostingStore
{
    public required byte[] Data { get; init; }

    /// <summary>Of each form; one more for the end.</summary>
    public required int[] FirstBlock { get; init; }

    /// <summary>In how many documents each form stands, deleted ones included.</summary>
    public required int[] Frequencies { get; init; }

    /// <summary>Of each block, the last document: what is looked for beyond it passes the block over unread.</summary>
    public required int[] BlockLast { get; init; }

    /// <summary>Where each block begins in <see cref="Data"/>.</summary>
    public required int[] BlockStart { get; init; }

    public required OccurrenceTable Occurrences { get; init; }

    /// <summary>The document before the first that the block may hold.</summary>
    public int Before(int form, int block) => block == FirstBlock[form] ? -1 : BlockLast[block - 1];

    /// <summary>The first block of that form from this one on that may hold the document or a later one; that of the next form if there is none.</summary>
    public int BlockOf(int form, int document, int from)
    {
        var end = FirstBlock[form + 1];
        var (low, step) = (from, 1);
        while (low + step <= end && BlockLast[low + step - 1] < document)
        {
            low += step;
            step *= 2;
        }
        var high = Math.Min(low + step, end);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (BlockLast[middle] < document)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
