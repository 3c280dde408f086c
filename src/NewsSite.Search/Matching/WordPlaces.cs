using NewsSite.Search.Matching.Conditions;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Matching;

/// <summary>Where a document's words stand, for phrases; put in order when the first phrase is looked for.</summary>
internal sealed class WordPlaces
{
    /// <summary>Of a place: position below, field above it, term on top.</summary>
    private const int PositionBits = 33;
    private const int TermShift = PositionBits + 5;

    private ulong[] _places = new ulong[512];
    private int _count;
    private bool _isSorted;

    private ReadOnlySpan<ulong> Sorted
    {
        get
        {
            if (!_isSorted)
                _places.AsSpan(0, _count).Sort();
            _isSorted = true;
            return _places.AsSpan(0, _count);
        }
    }

    public void Clear() => (_count, _isSorted) = (0, false);

    public void Add(int term, Fields field, int position)
    {
        if (_count == _places.Length)
            Array.Resize(ref _places, _count * 2);
        _places[_count++] = PlaceOf(term, ((ulong)field << PositionBits) | (uint)position);
    }

    /// <summary>Whether these words follow each other in one field.</summary>
    public bool Follow(PhraseWord[] words)
    {
        // From the word that stands in the fewest places.
        var (start, fewest) = (0, int.MaxValue);
        for (var word = 0; word < words.Length; word++)
        {
            var places = 0;
            foreach (var term in words[word].Terms)
                places += PlacesOf(term).Length;
            if (places < fewest)
                (start, fewest) = (word, places);
        }
        foreach (var term in words[start].Terms)
        {
            foreach (var place in PlacesOf(term))
            {
                var inField = place & ((1UL << TermShift) - 1);
                if (IsIn(inField, words[start].In) && StandsAround(words, start, inField))
                    return true;
            }
        }
        return false;
    }

    private bool StandsAround(PhraseWord[] words, int start, ulong place)
    {
        var position = (long)(place & ((1UL << PositionBits) - 1));
        if (position < start)
            return false;
        for (var word = 0; word < words.Length; word++)
        {
            if (word != start && !Stands(words[word], place + (ulong)word - (ulong)start))
                return false;
        }
        return true;
    }

    private bool Stands(PhraseWord word, ulong place)
    {
        if (!IsIn(place, word.In))
            return false;
        foreach (var term in word.Terms)
        {
            if (Sorted.BinarySearch(PlaceOf(term, place)) >= 0)
                return true;
        }
        return false;
    }

    private ReadOnlySpan<ulong> PlacesOf(int term)
    {
        var sorted = Sorted;
        return sorted[LowerBound(sorted, PlaceOf(term, 0))..LowerBound(sorted, PlaceOf(term + 1, 0))];
    }

    private static int LowerBound(ReadOnlySpan<ulong> sorted, ulong place)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < place)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static bool IsIn(ulong place, Fields fields) => ((place >> PositionBits) & (ulong)fields) != 0;

    private static ulong PlaceOf(int term, ulong inField) => ((ulong)term << TermShift) | inField;
}
