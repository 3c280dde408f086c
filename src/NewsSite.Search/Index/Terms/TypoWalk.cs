namespace NewsSite.Search.Index.Terms;

/// <summary>
/// Finds the terms of a dictionary that differ from a word by a few typos: a letter more, less, another, or two neighbours swapped,
/// each counting one (optimal string alignment; Damerau 1964). The terms are walked in order as a trie would be: what two neighbours
/// begin with is computed once, and where a beginning cannot lead to the word any more, all terms that begin so are passed over
/// (the table's bounded diagonal: Ukkonen 1985; a sorted dictionary in the place of the automaton of Schulz and Mihov 2002).
/// </summary>
internal sealed class TypoWalk
{
    private const int Far = 100;

    private readonly string _word;
    private readonly int _typos;
    private readonly int _width;

    /// <summary>Row d holds the distances between the current term's first d letters and the word's first 0, 1, 2… letters.</summary>
    private readonly int[] _rows;

    public TypoWalk(string word, int typos)
    {
        (_word, _typos, _width) = (word, typos, word.Length + 1);
        _rows = new int[(word.Length + typos + 2) * _width];
        Array.Fill(_rows, Far);
        for (var column = 0; column <= Math.Min(word.Length, typos); column++)
            _rows[column] = column;
    }

    /// <summary>Adds the number and the typos of each such term, in their order.</summary>
    public void Find(TermDictionary terms, List<(int Term, int Typos)> found)
    {
        var path = new char[_word.Length + _typos + 1];
        var depth = 0; // of the path's letters whose rows stand
        for (var term = 0; term < terms.Count;)
        {
            var letters = terms[term];
            depth = Math.Min(depth, letters.CommonPrefixLength(path));
            var isDead = false;
            while (!isDead && depth < letters.Length)
            {
                if (depth >= path.Length)
                {
                    isDead = true;
                    break;
                }
                path[depth] = letters[depth];
                depth++;
                isDead = !FillRow(depth, path);
            }
            if (isDead)
            {
                term = terms.AfterPrefix(letters[..depth], term + 1);
                depth--;
                continue;
            }
            if (Math.Abs(depth - _word.Length) <= _typos && _rows[(depth * _width) + _word.Length] is var typos && typos <= _typos)
                found.Add((term, typos));
            term++;
        }
    }

    /// <returns>Whether a term that begins with the path may still be near enough.</returns>
    private bool FillRow(int depth, ReadOnlySpan<char> path)
    {
        var row = _rows.AsSpan(depth * _width, _width);
        var above = _rows.AsSpan((depth - 1) * _width, _width);
        var twoAbove = depth > 1 ? _rows.AsSpan((depth - 2) * _width, _width) : default;
        var (first, last) = (Math.Max(0, depth - _typos), Math.Min(_word.Length, depth + _typos));
        if (first > _word.Length)
            return false;
        if (first > 0)
            row[first - 1] = Far;
        if (last < _word.Length)
            row[last + 1] = Far;
        var letter = path[depth - 1];
        var least = Far;
        for (var column = first; column <= last; column++)
        {
            var distance = above[column] + 1;
            if (column > 0)
            {
                distance = Math.Min(distance, row[column - 1] + 1);
                distance = Math.Min(distance, above[column - 1] + (_word[column - 1] == letter ? 0 : 1));
                if (column > 1 && depth > 1 && _word[column - 1] == path[depth - 2] && _word[column - 2] == letter)
                    distance = Math.Min(distance, twoAbove[column - 2] + 1);
            }
            row[column] = Math.Min(distance, Far);
            least = Math.Min(least, distance);
        }
        // A swap reaches back two rows.
        return least <= _typos || (_typos > 0 && above.ContainsAnyInRange(0, _typos - 1));
    }
}
