using System.Runtime.InteropServices;
using NewsSite.Search.Index.Postings;
using NewsSite.Search.Index.Segments;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>Where the words of a group stand in documents that are asked for in their order.</summary>
internal sealed class PlaceReader
{
    /// <summary>A place holds its field above so many bits of position.</summary>
    public const int PositionBits = SegmentBuilder.PositionBits;

    /// <summary>Further apart than the places of one field can be told from those of two.</summary>
    public const int FarApart = 1 << 20;

    private readonly int _fields;
    private readonly Cursor[] _cursors;
    private readonly List<int> _places = [];
    private int[] _deltas = new int[64];

    public PlaceReader(FormGroup group, SegmentScan scan)
    {
        _fields = (int)group.Weights.Fields;
        _cursors = Array.ConvertAll(group.FormsIn(scan.Number), form => new Cursor(form.Form, scan.Live.Segment.Postings));
    }

    /// <summary>Rising, doubles possible, in the asked fields; until the next call. Documents must not fall.</summary>
    public ReadOnlySpan<int> Read(int document)
    {
        _places.Clear();
        var forms = 0;
        foreach (var cursor in _cursors)
        {
            var index = cursor.Seek(document);
            if (index < 0)
                continue;
            AddPlaces(cursor.Reader, index);
            forms++;
        }
        if (forms > 1)
            _places.Sort();
        return CollectionsMarshal.AsSpan(_places);
    }

    private void AddPlaces(BlockReader reader, int index)
    {
        var number = reader.Numbers[index];
        var counts = reader.Store.Occurrences[number];
        var total = reader.Store.Occurrences.Totals[number];
        if (total > _deltas.Length)
            _deltas = new int[total * 2];
        var deltas = _deltas.AsSpan(0, total);
        reader.ReadPositions(index, deltas);
        var next = 0;
        for (var field = 0; field < Occurrences.FieldCount; field++)
        {
            var isAsked = (_fields & (1 << field)) != 0;
            var position = 0;
            for (var count = counts[field]; count > 0; count--)
            {
                position += deltas[next++];
                if (isAsked)
                    _places.Add((field << PositionBits) | position);
            }
        }
    }

    private sealed class Cursor(int form, PostingStore store)
    {
        private int _block = store.FirstBlock[form];
        private int _index;

        public BlockReader Reader { get; } = new(store);

        /// <summary>The document's index in the block that the reader then holds; -1: the form does not stand in it.</summary>
        public int Seek(int document)
        {
            var block = store.BlockOf(form, document, _block);
            if (block == store.FirstBlock[form + 1])
                return -1;
            if (block != _block)
                (_block, _index) = (block, 0);
            Reader.Read(form, block);
            var documents = Reader.Documents;
            while (documents[_index] < document)
                _index++;
            return documents[_index] == document ? _index : -1;
        }
    }
}
