using System.Runtime.InteropServices;

namespace NewsSite.Search.Index.Postings;

/// <summary>
/// Writes a segment's postings, form by form in their order, in blocks of 128 documents as Lucene's postings format has them
/// (Lucene50PostingsFormat and later). A block is a byte each for the number of its documents less one, the bits of a document delta, the
/// bits of an occurrence number, how many of these need more, and how many documents (a power of two) share the bits of their positions; a
/// byte of such bits for each of these groups; then document deltas (less one) or a bit for each document of the range where that is
/// shorter, occurrence numbers, for each that needs more bits its index and what is above them (PFOR: Zukowski et al. 2006), and positions,
/// each rounded up to bytes. A document's positions stand as deltas, field by field, each field beginning anew; as their number follows from
/// the occurrences, a document's positions are found without reading those before it.
/// </summary>
internal sealed class PostingsWriter(OccurrenceTable occurrences)
{
    public const int BlockSize = 128;
    public const int HeaderSize = 5;

    /// <summary>Of an occurrence number that needs more bits: a byte for the index, two for the rest.</summary>
    public const int ExceptionSize = 3;

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
        _totals[_count] = positions.Length;
        _bits[_count] = BitsFor(positions);
        _positions.AddRange(positions);
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

        var (documentBits, numberBits) = (BitsFor(documents), ChooseBits(numbers, out var exceptions));
        var isRange = _last - before < documentBits * documents.Length;
        var shift = ChooseGroups();
        _data.WriteByte(_count - 1);
        _data.WriteByte(isRange ? AsBits : documentBits);
        _data.WriteByte(numberBits);
        _data.WriteByte(exceptions);
        _data.WriteByte(shift);
        for (var first = 0; first < _count; first += 1 << shift)
            _data.WriteByte(GroupBits(first, shift));
        if (isRange)
            WriteRange(documents);
        else
            Write(documents, documentBits);
        WriteNumbers(numbers, numberBits);
        WritePositions(shift);
        _positions.Clear();
        _count = 0;
    }

    private static int ChooseBits(ReadOnlySpan<int> numbers, out int exceptions)
    {
        Span<int> needing = stackalloc int[33];
        needing.Clear();
        foreach (var number in numbers)
            needing[BitPacking.BitsFor(number)]++;
        var (best, least, more) = (0, int.MaxValue, 0);
        exceptions = 0;
        for (var bits = 32; bits >= 0; bits--)
        {
            // What is above the bits of an exception has to fit into two bytes.
            if (bits < 16 && needing[(bits + 17)..].ContainsAnyExcept(0))
                break;
            var size = (numbers.Length * bits) + (more * ExceptionSize * 8);
            if (size <= least)
                (best, least, exceptions) = (bits, size, more);
            more += needing[bits];
        }
        return best;
    }

    /// <summary>How many documents share the bits of their positions: common words differ a lot, for rare ones a byte each is dear.</summary>
    private int ChooseGroups()
    {
        Span<int> totals = stackalloc int[_count];
        Span<int> bits = stackalloc int[_count];
        _totals.AsSpan(0, _count).CopyTo(totals);
        _bits.AsSpan(0, _count).CopyTo(bits);
        var (best, least) = (0, int.MaxValue);
        for (var (shift, groups) = (0, _count); ; shift++)
        {
            var size = 8 * groups;
            for (var group = 0; group < groups; group++)
                size += totals[group] * bits[group];
            if (size < least)
                (best, least) = (shift, size);
            if (groups == 1)
                return best;
            for (var group = 0; group < groups; group += 2)
            {
                var isPair = group + 1 < groups;
                totals[group / 2] = totals[group] + (isPair ? totals[group + 1] : 0);
                bits[group / 2] = Math.Max(bits[group], isPair ? bits[group + 1] : 0);
            }
            groups = (groups + 1) / 2;
        }
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

    private void WriteNumbers(ReadOnlySpan<int> numbers, int bits)
    {
        var low = (int)((1L << bits) - 1);
        foreach (var number in numbers)
            _data.Write(number & low, bits);
        _data.Align();
        for (var index = 0; index < numbers.Length; index++)
        {
            if ((numbers[index] & ~low) == 0)
                continue;
            _data.WriteByte(index);
            _data.Write(numbers[index] >> bits, 16);
        }
        _data.Align();
    }

    private void WritePositions(int shift)
    {
        ReadOnlySpan<int> positions = CollectionsMarshal.AsSpan(_positions);
        for (var first = 0; first < _count; first += 1 << shift)
        {
            var bits = GroupBits(first, shift);
            foreach (var total in _totals.AsSpan(first, Math.Min(1 << shift, _count - first)))
            {
                foreach (var position in positions[..total])
                    _data.Write(position, bits);
                positions = positions[total..];
            }
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
