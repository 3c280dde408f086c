using NewsSite.Search.Documents;
using NewsSite.Search.Index.Postings;
using NewsSite.Search.Index.Terms;

namespace NewsSite.Search.Index.Segments;

/// <summary>
/// Some documents and their words, never changed once made (as Lucene's segments): an update is a new document in a new segment, and
/// the old one's number among the deleted.
/// </summary>
internal sealed class Segment
{
    private readonly int[] _byKey;
    private readonly long _leastId;
    private readonly long _greatestId;

    public Segment(WordForms forms, PostingStore postings, Columns columns)
    {
        (Forms, Postings, Columns) = (forms, postings, columns);
        _byKey = [.. Enumerable.Range(0, columns.Count)];
        Array.Sort(_byKey, Compare);
        (_leastId, _greatestId) = columns.Count == 0 ? (0, -1) : (columns.Id.Min(), columns.Id.Max());
        for (var field = 0; field < Occurrences.FieldCount; field++)
        {
            foreach (var length in columns.Lengths[field])
                FieldLengths[field] += FieldLength.Decode(length);
        }
    }

    public WordForms Forms { get; }

    public PostingStore Postings { get; }

    public Columns Columns { get; }

    /// <summary>The words of all documents in each field, deleted ones included.</summary>
    public long[] FieldLengths { get; } = new long[Occurrences.FieldCount];

    /// <summary>Documents, deleted ones included.</summary>
    public int Count => Columns.Count;

    /// <summary>The number of the document; -1: it is not here. It may be deleted, and is here once only.</summary>
    public int Find(DocumentKey key)
    {
        var kind = key.Id < _leastId || key.Id > _greatestId ? -1 : Array.IndexOf(Columns.Kinds, key.Kind);
        if (kind < 0)
            return -1;
        var (low, high) = (0, _byKey.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var document = _byKey[middle];
            var order = Columns.Kind[document] != kind ? Columns.Kind[document].CompareTo((byte)kind) : Columns.Id[document].CompareTo(key.Id);
            if (order == 0)
                return document;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }

    private int Compare(int one, int other) => Columns.Kind[one] != Columns.Kind[other]
        ? Columns.Kind[one].CompareTo(Columns.Kind[other])
        : Columns.Id[one].CompareTo(Columns.Id[other]);
}
