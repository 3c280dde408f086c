namespace NewsSite.Search.Text.Stems;

/// <summary>Endings of which a step looks for the longest, each with what becomes of it.</summary>
internal sealed class Endings<TRule>
{
    /// <summary>By last letter, the longest first: few are compared.</summary>
    private readonly Dictionary<char, (string Ending, TRule Rule)[]> _byLetter;

    /// <param name="rules">Endings, parted by spaces, with the same rule.</param>
    public Endings(params (string Endings, TRule Rule)[] rules) =>
        _byLetter = rules
            .SelectMany(rule => rule.Endings.Split(' ').Select(ending => (Ending: ending, rule.Rule)))
            .GroupBy(rule => rule.Ending[^1])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(rule => rule.Ending.Length).ToArray());

    /// <summary>The longest of them at the word's end; the shorter ones do not count any more.</summary>
    /// <param name="word">The word.</param>
    /// <param name="from">Before it no ending begins.</param>
    /// <param name="length">Of the ending.</param>
    /// <param name="rule">What becomes of it.</param>
    public bool Find(in StemWord word, int from, out int length, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TRule? rule)
    {
        (length, rule) = (0, default);
        if (!_byLetter.TryGetValue(word[word.Length - 1], out var endings))
            return false;
        foreach (var known in endings)
        {
            if (!word.Ends(known.Ending, from))
                continue;
            (length, rule) = (known.Ending.Length, known.Rule!);
            return true;
        }
        return false;
    }
}
