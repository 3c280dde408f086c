using System.Buffers.Binary;
using System.Numerics;

namespace NewsSite.Search.Index.Postings;

/// <summary>Unpacks one block of postings at a time; documents at once, the rest when it is asked for.</summary>
internal sealed class BlockReader(PostingStore store)
{
    private readonly int[] _documents = new int[PostingsWriter.BlockSize];
    private readonly int[] _numbers = new int[PostingsWriter.BlockSize];

    /// <summary>Where the positions of each document begin, in bits.</summary>
    private readonly int[] _starts = new int[PostingsWriter.BlockSize];
    private int _count;
    private int _header;
    private int _shift;
    private int _numbersAt;
    private int _exceptionsAt;
    private int _positionsAt;
    private bool _hasNumbers;
    private bool _hasStarts;

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
        _hasNumbers = _hasStarts = false;
        _header = store.BlockStart[block];
        var data = store.Data;
        _count = data[_header] + 1;
        _shift = data[_header + 4];
        var bits = data[_header + 1];
        var at = _header + PostingsWriter.HeaderSize + Groups(_count, _shift);
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
        _exceptionsAt = _numbersAt + BitPacking.BytesFor(_count * data[_header + 2]);
        _positionsAt = _exceptionsAt + (data[_header + 3] * PostingsWriter.ExceptionSize);
    }

    /// <summary>Sets the bits of the block's documents, without unpacking them where they are bits already.</summary>
    public void AddTo(Span<ulong> bits, int form, int block)
    {
        var header = store.BlockStart[block];
        if (store.Data[header + 1] == PostingsWriter.AsBits)
        {
            AddRange(bits, header, store.Before(form, block) + 1, store.BlockLast[block]);
            return;
        }
        Read(form, block);
        foreach (var document in Documents)
            bits[document >> 6] |= 1UL << document;
    }

    /// <summary>Writes the position deltas of the block's document with that index; there are as many as its occurrences' total.</summary>
    public void ReadPositions(int index, Span<int> deltas) => ReadPositions(index, 0, deltas);

    /// <summary>The same from one of them on, as many as there is room for.</summary>
    public void ReadPositions(int index, int from, Span<int> deltas)
    {
        if (!_hasStarts)
            FindStarts();
        var bits = store.Data[_header + PostingsWriter.HeaderSize + (index >> _shift)];
        var bit = _starts[index] + (from * bits);
        BitPacking.Unpack(store.Data.AsSpan(_positionsAt + (bit >> 3)), bit & 7, bits, deltas);
    }

    private void AddRange(Span<ulong> bits, int header, int first, int last)
    {
        var data = store.Data.AsSpan(header + PostingsWriter.HeaderSize + Groups(store.Data[header] + 1, store.Data[header + 4]));
        for (var document = first; document <= last; document += 64)
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(data);
            data = data[sizeof(ulong)..];
            if (last - document < 63)
                word &= (1UL << (last - document + 1)) - 1; // what follows the range belongs to others
            bits[document >> 6] |= word << document;
            var above = (document & 63) == 0 ? 0 : word >> (64 - (document & 63));
            if (above != 0)
                bits[(document >> 6) + 1] |= above;
        }
    }

    private static int Groups(int count, int shift) => (count + (1 << shift) - 1) >> shift;

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
        var bits = store.Data[_header + 2];
        BitPacking.Unpack(store.Data.AsSpan(_numbersAt), bits, _numbers.AsSpan(0, _count));
        for (var exception = store.Data.AsSpan(_exceptionsAt, _positionsAt - _exceptionsAt); exception.Length > 0; exception = exception[PostingsWriter.ExceptionSize..])
            _numbers[exception[0]] |= BinaryPrimitives.ReadUInt16LittleEndian(exception[1..]) << bits;
        _hasNumbers = true;
    }

    private void FindStarts()
    {
        var numbers = Numbers;
        var totals = store.Occurrences.Totals;
        var widths = store.Data.AsSpan(_header + PostingsWriter.HeaderSize, Groups(_count, _shift));
        var bit = 0;
        for (var index = 0; index < numbers.Length; index++)
        {
            _starts[index] = bit;
            bit += totals[numbers[index]] * widths[index >> _shift];
        }
        _hasStarts = true;
    }
}
