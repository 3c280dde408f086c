using System.Buffers.Binary;
using System.Numerics;

namespace NewsSite.Search.Index.Postings;

/// <summary>Unpacks one block of postings at a time; documents at once, the rest when it is asked for.</summary>
internal sealed class BlockReader(PostingStore store)
{
    private readonly int[] _documents = new int[PostingsWriter.BlockSize];
    private readonly int[] _numbers = new int[PostingsWriter.BlockSize];

    /// <summary>Where the positions of each group begin, in bits.</summary>
    private readonly int[] _groupStarts = new int[PostingsWriter.BlockSize];
    private int _count;
    private int _header;
    private int _shift;
    private int _numbersAt;
    private int _positionsAt;
    private bool _hasNumbers;
    private bool _hasGroups;

    public PostingStore Store => store;

    /// <summary>The block that is unpacked; -1: none yet.</summary>
    public int Block { get; private set; } = -1;

    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, _count);

    /// <summary>The numbers of the documents' occurrences.</summary>
    public ReadOnlySpan<int> Numbers
    {
        get
        {
            if (!_hasNumbers)
                UnpackNumbers();
            return _numbers.AsSpan(0, _count);
        }
    }

    public void Read(int form, int block)
    {
        if (block == Block)
            return;
        Block = block;
        _hasNumbers = _hasGroups = false;
        _header = store.BlockStart[block];
        var data = store.Data;
        _count = data[_header] + 1;
        _shift = data[_header + 3];
        var bits = data[_header + 1];
        var at = _header + PostingsWriter.HeaderSize + ((_count + (1 << _shift) - 1) >> _shift);
        var before = store.Before(form, block);
        if (bits == PostingsWriter.AsBits)
        {
            ReadRange(data.AsSpan(at), before);
            _numbersAt = at + BitPacking.BytesFor(store.BlockLast[block] - before);
        }
        else
        {
            ReadDeltas(data.AsSpan(at), bits, before);
            _numbersAt = at + BitPacking.BytesFor(_count * bits);
        }
        _positionsAt = _numbersAt + BitPacking.BytesFor(_count * data[_header + 2]);
    }

    /// <summary>Writes the position deltas of the block's document with that index; there are as many as its occurrences' total.</summary>
    public void ReadPositions(int index, Span<int> deltas)
    {
        if (!_hasGroups)
            FindGroups();
        var group = index >> _shift;
        var bits = store.Data[_header + PostingsWriter.HeaderSize + group];
        var bit = _groupStarts[group];
        var totals = store.Occurrences.Totals;
        for (var before = group << _shift; before < index; before++)
            bit += totals[_numbers[before]] * bits;
        BitPacking.Unpack(store.Data.AsSpan(_positionsAt + (bit >> 3)), bit & 7, bits, deltas);
    }

    private void ReadDeltas(ReadOnlySpan<byte> data, int bits, int before)
    {
        var documents = _documents.AsSpan(0, _count);
        BitPacking.Unpack(data, bits, documents);
        var document = before;
        for (var index = 0; index < documents.Length; index++)
            documents[index] = document += documents[index] + 1;
    }

    private void ReadRange(ReadOnlySpan<byte> data, int before)
    {
        var documents = _documents.AsSpan(0, _count);
        var (index, first) = (0, before + 1);
        while (index < documents.Length)
        {
            // What follows the range in these eight bytes is never reached: the last document ends it.
            for (var bits = BinaryPrimitives.ReadUInt64LittleEndian(data); bits != 0 && index < documents.Length; bits &= bits - 1)
                documents[index++] = first + BitOperations.TrailingZeroCount(bits);
            data = data[sizeof(ulong)..];
            first += 64;
        }
    }

    private void UnpackNumbers()
    {
        BitPacking.Unpack(store.Data.AsSpan(_numbersAt), store.Data[_header + 2], _numbers.AsSpan(0, _count));
        _hasNumbers = true;
    }

    private void FindGroups()
    {
        var numbers = Numbers;
        var totals = store.Occurrences.Totals;
        var (bit, bits) = (0, 0);
        for (var index = 0; index < numbers.Length; index++)
        {
            if ((index & ((1 << _shift) - 1)) == 0)
            {
                _groupStarts[index >> _shift] = bit;
                bits = store.Data[_header + PostingsWriter.HeaderSize + (index >> _shift)];
            }
            bit += totals[numbers[index]] * bits;
        }
        _hasGroups = true;
    }
}
