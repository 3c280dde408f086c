using System.Runtime.InteropServices;

namespace NewsSite.Search.Index.Postings;

/// <summary>
/// Writes a segment's postings, form by form in their order, in blocks of 128 documents as Lucene's postings format has them
/// (Lucene50PostingsFormat and later). A block is one byte each for the number of its documents less one, the bits of a document delta
/// and the bits of an occurrence number, and one for the bits of positions for each 16 documents; then document deltas (less one),
/// occurrence numbers, and positions, each rounded up to bytes. A document's positions stand as deltas, field by field, each field
/// beginning anew; as their number follows from the occurrences, a document's positions are found without reading those before it.
/// </summary>
internal sealed class PostingsWriter(OccurrenceTable occurrences)
{
    public const int BlockSize = 128;
    public const int GroupSize = 16;

    private readonly BitWriter _data = new();
    private readonly List<int> _firstBlock = [0];
    private readonly List<int> _frequencies = [];
    private readonly List<int> _blockLast = [];
    private readonly List<int> _blockStart = [];
    private readonly int[] _documents = new int[BlockSize];
    private readonly int[] _numbers = new int[BlockSize];
    private readonly List<int> _positions = [];
    private int _count;
    private int _frequency;
    private int _last = -1;

    /// <summary>One posting of the current form, documents rising.</summary>
    /// <param name="number">Of its occurrences.</param>
    /// <param name="positions">As deltas, each field from 0.</param>
    public void Add(int document, int number, ReadOnlySpan<int> positions)
    {
        _documents[_count] = document;
        _numbers[_count] = number;
        foreach (var position in positions)
            _positions.Add(position);
        if (++_count == BlockSize)
            WriteBlock();
    }

    public void EndForm()
    {
        if (_count > 0)
            WriteBlock();
        _frequencies.Add(_frequency);
        _firstBlock.Add(_blockLast.Count);
        (_frequency, _last) = (0, -1);
    }

    public PostingStore ToStore() => new()
    {
        Data = _data.ToArray(),
        FirstBlock = [.. _firstBlock],
        Frequencies = [.. _frequencies],
        BlockLast = [.. _blockLast],
        BlockStart = [.. _blockStart],
        Occurrences = occurrences,
    };

    private void WriteBlock()
    {
        var documents = _documents.AsSpan(0, _count);
        var numbers = _numbers.AsSpan(0, _count);
        _blockStart.Add(_data.Length);
        _blockLast.Add(documents[^1]);
        _frequency += _count;
        var last = documents[^1];
        for (var index = documents.Length - 1; index > 0; index--)
            documents[index] -= documents[index - 1] + 1;
        documents[0] -= _last + 1;
        _last = last;

        var (documentBits, numberBits) = (BitsFor(documents), BitsFor(numbers));
        _data.WriteByte(_count - 1);
        _data.WriteByte(documentBits);
        _data.WriteByte(numberBits);
        var groups = PositionGroups(numbers);
        foreach (var (_, _, bits) in groups)
            _data.WriteByte(bits);
        Write(documents, documentBits);
        Write(numbers, numberBits);
        var positions = CollectionsMarshal.AsSpan(_positions);
        foreach (var (from, to, bits) in groups)
        {
            foreach (var position in positions[from..to])
                _data.Write(position, bits);
        }
        _data.Align();
        _positions.Clear();
        _count = 0;
    }

    private List<(int From, int To, int Bits)> PositionGroups(ReadOnlySpan<int> numbers)
    {
        var groups = new List<(int, int, int)>(BlockSize / GroupSize);
        var positions = CollectionsMarshal.AsSpan(_positions);
        for (var (first, from) = (0, 0); first < numbers.Length; first += GroupSize)
        {
            var to = from;
            foreach (var number in numbers.Slice(first, Math.Min(GroupSize, numbers.Length - first)))
                to += occurrences.Totals[number];
            groups.Add((from, to, BitsFor(positions[from..to])));
            from = to;
        }
        return groups;
    }

    private void Write(ReadOnlySpan<int> numbers, int bits)
    {
        foreach (var number in numbers)
            _data.Write(number, bits);
        _data.Align();
    }

    private static int BitsFor(ReadOnlySpan<int> numbers)
    {
        var all = 0;
        foreach (var number in numbers)
            all |= number;
        return BitPacking.BitsFor(all);
    }
}
