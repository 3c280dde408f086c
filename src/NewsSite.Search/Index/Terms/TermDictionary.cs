namespace NewsSite.Search.Index.Terms;

/// <summary>Terms in ordinal order, one after the other in one array: found by halves, and walked by those that begin alike.</summary>
internal sealed class TermDictionary(char[] text, int[] starts)
{
    public int Count => starts.Length - 1;

    public ReadOnlySpan<char> this[int term] => text.AsSpan(starts[term], starts[term + 1] - starts[term]);

    /// <summary>All terms in one; for a snapshot.</summary>
    public ReadOnlySpan<char> Text => text;

    /// <summary>Where each term begins in <see cref="Text"/>, and the last one ends; for a snapshot.</summary>
    public ReadOnlySpan<int> Starts => starts;

    /// <summary>The term's number; -1: there is none.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        var at = FirstFrom(term);
        return at < Count && this[at].SequenceEqual(term) ? at : -1;
    }

    /// <summary>The terms that are equal to this one or begin with it: from the first number up to the second, excluded.</summary>
    public (int From, int To) StartingWith(ReadOnlySpan<char> prefix)
    {
        var from = FirstFrom(prefix);
        return (from, AfterPrefix(prefix, from));
    }

    /// <summary>The first term from <paramref name="from"/> on that does not begin so; those that do stand together there.</summary>
    public int AfterPrefix(ReadOnlySpan<char> prefix, int from)
    {
        // Galloping: what begins alike is a handful mostly.
        var step = 1;
        var low = from;
        while (low + step <= Count && this[low + step - 1].StartsWith(prefix, StringComparison.Ordinal))
        {
            low += step;
            step *= 2;
        }
        var high = Math.Min(low + step, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].StartsWith(prefix, StringComparison.Ordinal))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The first term that is not before this one.</summary>
    private int FirstFrom(ReadOnlySpan<char> term)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (this[middle].SequenceCompareTo(term) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
