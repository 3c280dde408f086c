namespace NewsSite.Search.Queries;

/// <summary>How far two words are apart: letters missing, added, changed, or two beside each other swapped (Damerau and Levenshtein, no letter touched twice).</summary>
public static class Typos
{
    /// <param name="most">Typos, 2 at most.</param>
    /// <param name="typed">Folded.</param>
    /// <param name="meant">Folded.</param>
    public static bool AtMost(int most, ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > most)
            return false;
        Span<int> twoAgo = stackalloc int[meant.Length + 1];
        Span<int> last = stackalloc int[meant.Length + 1];
        Span<int> row = stackalloc int[meant.Length + 1];
        for (var j = 0; j <= meant.Length; j++)
            last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= meant.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                    row[j] = Math.Min(row[j], twoAgo[j - 2] + 1);
            }
            var oldest = twoAgo;
            twoAgo = last;
            last = row;
            row = oldest;
        }
        return last[meant.Length] <= most;
    }
}
