using System.Runtime.InteropServices;

namespace NewsSite.Search.Index.Postings;

/// <summary>
/// Writes a segment's postings, form by form in their order, in blocks of 128 documents as Lucene's postings format has them
/// (Lucene50PostingsFormat and later). A block is a byte each for the number of its documents less one, the bits of a document delta, the
/// bits of an occurrence number, and how many documents (a power of two) share the bits of their positions; a byte of such bits for each of
/// these groups; then document deltas (less one) or a bit for each document of the range where that is shorter, occurrence numbers, and
/// positions, each rounded up to bytes. A document's positions stand as deltas, field by field, each field beginning anew; as their number
/// follows from the occurrences, a document's positions are found without reading those before it.
/// </summary>
internal sealed class PostingsWriter(OccurrenceTable occurrences)
{
    public const int BlockSize = 128;
    public const int HeaderSize = 4;

    /// <summary>In the place of the bits of a delta: documents are bits of their range.</summary>
    public const int AsBits = 64;

    private readonly BitWriter _data = new();
    private readonly List<int> _firstBlock = [0];
    private readonly List<int> _frequencies = [];
    private readonly List<int> _blockLast = [];
    private readonly List<int> _blockStart = [];
    private readonly int[] _documents = new int[BlockSize];
    private readonly int[] _numbers = new int[BlockSize];
    private readonly int[] _totals = new int[BlockSize];
    private readonly int[] _bits = new int[BlockSize];
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
        var before = _last;
        _last = documents[^1];
        for (var index = documents.Length - 1; index > 0; index--)
            documents[index] -= documents[index - 1] + 1;
        documents[0] -= before + 1;

        var (documentBits, numberBits) = (BitsFor(documents), BitsFor(numbers));
        var isRange = _last - before < documentBits * documents.Length;
        var shift = ChooseGroups(numbers);
        _data.WriteByte(_count - 1);
        _data.WriteByte(isRange ? AsBits : documentBits);
        _data.WriteByte(numberBits);
        _data.WriteByte(shift);
        for (var first = 0; first < _count; first += 1 << shift)
            _data.WriteByte(GroupBits(first, shift));
        if (isRange)
            WriteRange(documents);
        else
            Write(documents, documentBits);
        Write(numbers, numberBits);
        WritePositions(numbers, shift);
        _positions.Clear();
        _count = 0;
    }

    /// <summary>How many documents share the bits of their positions: common words differ a lot, for rare ones a byte each is dear.</summary>
    private int ChooseGroups(ReadOnlySpan<int> numbers)
    {
        var positions = CollectionsMarshal.AsSpan(_positions);
        var from = 0;
        for (var index = 0; index < numbers.Length; index++)
        {
            _totals[index] = occurrences.Totals[numbers[index]];
            _bits[index] = BitsFor(positions.Slice(from, _totals[index]));
            from += _totals[index];
        }
        var (best, least) = (0, long.MaxValue);
        for (var shift = 0; 1 << shift <= BlockSize; shift++)
        {
            var size = 0L;
            for (var first = 0; first < _count; first += 1 << shift)
            {
                var total = 0;
                for (var index = first; index < Math.Min(_count, first + (1 << shift)); index++)
                    total += _totals[index];
                size += 8 + (total * GroupBits(first, shift));
            }
            if (size < least)
                (best, least) = (shift, size);
        }
        return best;
    }

    private int GroupBits(int first, int shift)
    {
        var bits = 0;
        foreach (var own in _bits.AsSpan(first, Math.Min(1 << shift, _count - first)))
            bits = Math.Max(bits, own);
        return bits;
    }

    private void WriteRange(ReadOnlySpan<int> deltas)
    {
        foreach (var delta in deltas)
        {
            for (var left = delta; left > 0; left -= 32)
                _data.Write(0, Math.Min(32, left));
            _data.Write(1, 1);
        }
        _data.Align();
    }

    private void WritePositions(ReadOnlySpan<int> numbers, int shift)
    {
        var positions = CollectionsMarshal.AsSpan(_positions);
        var (next, bits) = (0, 0);
        for (var index = 0; index < numbers.Length; index++)
        {
            if ((index & ((1 << shift) - 1)) == 0)
                bits = GroupBits(index, shift);
            for (var count = _totals[index]; count > 0; count--)
                _data.Write(positions[next++], bits);
        }
        _data.Align();
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
