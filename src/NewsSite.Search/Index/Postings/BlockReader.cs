namespace NewsSite.Search.Index.Postings;

/// <summary>Unpacks one block of postings at a time; documents at once, the rest when it is asked for.</summary>
internal sealed class BlockReader(PostingStore store)
{
    private const int GroupSize = PostingsWriter.GroupSize;

    private readonly int[] _documents = new int[PostingsWriter.BlockSize];
    private readonly int[] _numbers = new int[PostingsWriter.BlockSize];
    private readonly int[] _groupBits = new int[(PostingsWriter.BlockSize / GroupSize) + 1];
    private int _count;
    private int _header;
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

    private int Groups => (_count + GroupSize - 1) / GroupSize;

    private int NumbersAt => _header + 3 + Groups + BitPacking.BytesFor(_count * store.Data[_header + 1]);

    public void Read(int form, int block)
    {
        if (block == Block)
            return;
        Block = block;
        _hasNumbers = _hasGroups = false;
        _header = store.BlockStart[block];
        _count = store.Data[_header] + 1;
        var documents = _documents.AsSpan(0, _count);
        BitPacking.Unpack(store.Data.AsSpan(_header + 3 + Groups), store.Data[_header + 1], documents);
        var document = store.Before(form, block);
        for (var index = 0; index < documents.Length; index++)
            documents[index] = document += documents[index] + 1;
    }

    /// <summary>Writes the position deltas of the block's document with that index; there are as many as its occurrences' total.</summary>
    public void ReadPositions(int index, Span<int> deltas)
    {
        if (!_hasGroups)
            FindGroups();
        var group = index / GroupSize;
        var bits = store.Data[_header + 3 + group];
        var bit = _groupBits[group];
        var numbers = _numbers;
        var totals = store.Occurrences.Totals;
        for (var before = group * GroupSize; before < index; before++)
            bit += totals[numbers[before]] * bits;
        BitPacking.Unpack(store.Data.AsSpan(PositionsAt + (bit >> 3)), bit & 7, bits, deltas);
    }

    private int PositionsAt => NumbersAt + BitPacking.BytesFor(_count * store.Data[_header + 2]);

    private void UnpackNumbers()
    {
        BitPacking.Unpack(store.Data.AsSpan(NumbersAt), store.Data[_header + 2], _numbers.AsSpan(0, _count));
        _hasNumbers = true;
    }

    /// <summary>Where the positions of each 16 documents begin, in bits.</summary>
    private void FindGroups()
    {
        var numbers = Numbers;
        var totals = store.Occurrences.Totals;
        for (var (group, bit) = (0, 0); group < Groups; group++)
        {
            _groupBits[group] = bit;
            var sum = 0;
            foreach (var number in numbers.Slice(group * GroupSize, Math.Min(GroupSize, _count - (group * GroupSize))))
                sum += totals[number];
            bit += sum * store.Data[_header + 3 + group];
        }
        _hasGroups = true;
    }
}
