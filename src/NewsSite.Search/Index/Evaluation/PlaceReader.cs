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
    private int[] _places = new int[64];
    private int _count;

    public PlaceReader(FormGroup group, SegmentScan scan)
    {
        _fields = (int)group.Weights.Fields;
        _cursors = Array.ConvertAll(group.FormsIn(scan.Number), form => new Cursor(form.Form, scan.Live.Segment.Postings));
    }

    /// <summary>Rising, doubles possible, in the asked fields; until the next call. Documents must not fall.</summary>
    public ReadOnlySpan<int> Read(int document)
    {
        _count = 0;
        var forms = 0;
        foreach (var cursor in _cursors)
        {
            var index = cursor.Seek(document);
            if (index < 0)
                continue;
            AddPlaces(cursor.Reader, index);
            forms++;
        }
        var places = _places.AsSpan(0, _count);
        if (forms > 1)
            places.Sort();
        return places;
    }

    /// <summary>Whether a word of the group stands at one of these places, which rise; reads no further than it must.</summary>
    public bool HasOneOf(int document, ReadOnlySpan<int> sought)
    {
        foreach (var cursor in _cursors)
        {
            var index = cursor.Seek(document);
            if (index < 0)
                continue;
            if (cursor.Reader.Store.Occurrences.InBodyOnly[cursor.Reader.Numbers[index]] is > 0 and var total)
            {
                if ((_fields & (1 << (Occurrences.FieldCount - 1))) != 0 && HasOneInBody(cursor.Reader, index, total, sought))
                    return true;
                continue;
            }
            _count = 0;
            AddPlaces(cursor.Reader, index);
            if (Meet(_places.AsSpan(0, _count), sought))
                return true;
        }
        return false;
    }

    private static bool HasOneInBody(BlockReader reader, int index, int total, ReadOnlySpan<int> sought)
    {
        Span<int> deltas = stackalloc int[16];
        var (place, next) = ((Occurrences.FieldCount - 1) << PositionBits, 0);
        for (var from = 0; from < total; from += deltas.Length)
        {
            var part = deltas[..Math.Min(deltas.Length, total - from)];
            reader.ReadPositions(index, from, part);
            foreach (var delta in part)
            {
                place += delta;
                while (sought[next] < place)
                {
                    if (++next == sought.Length)
                        return false;
                }
                if (sought[next] == place)
                    return true;
            }
        }
        return false;
    }

    private static bool Meet(ReadOnlySpan<int> places, ReadOnlySpan<int> sought)
    {
        var next = 0;
        foreach (var place in places)
        {
            while (sought[next] < place)
            {
                if (++next == sought.Length)
                    return false;
            }
            if (sought[next] == place)
                return true;
        }
        return false;
    }

    private void AddPlaces(BlockReader reader, int index)
    {
        var number = reader.Numbers[index];
        var total = reader.Store.Occurrences.Totals[number];
        if (_count + total > _places.Length)
            Array.Resize(ref _places, (_count + total) * 2);
        var places = _places.AsSpan(_count, total);
        reader.ReadPositions(index, places);
        if (reader.Store.Occurrences.InBodyOnly[number] > 0)
            AddField(places, Occurrences.FieldCount - 1);
        else
        {
            var counts = reader.Store.Occurrences[number];
            for (var field = 0; field < Occurrences.FieldCount; field++)
            {
                AddField(places[..counts[field]], field);
                places = places[counts[field]..];
            }
        }
    }

    /// <summary>Makes places of deltas where they stand; where fields before were not asked for, further to the front.</summary>
    private void AddField(ReadOnlySpan<int> deltas, int field)
    {
        if ((_fields & (1 << field)) == 0)
            return;
        var place = field << PositionBits;
        foreach (var delta in deltas)
            _places[_count++] = place += delta;
    }

    private sealed class Cursor(int form, PostingStore store)
    {
        private int _block = store.FirstBlock[form];
        private int _index;
        private int _last = -1;

        public BlockReader Reader { get; } = new(store);

        /// <summary>The document's index in the block that the reader then holds; -1: the form does not stand in it.</summary>
        public int Seek(int document)
        {
            if (document > _last)
            {
                var block = store.BlockOf(form, document, _block);
                if (block == store.FirstBlock[form + 1])
                    return -1;
                (_block, _index, _last) = (block, 0, store.BlockLast[block]);
                Reader.Read(form, block);
            }
            var documents = Reader.Documents;
            while (documents[_index] < document)
                _index++;
            return documents[_index] == document ? _index : -1;
        }
    }
}
