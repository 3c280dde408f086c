namespace NewsSite.Search.Text;

/// <summary>
/// What analysis makes of one word in one language. The lexicon keeps one object for each while it remembers the word, so a
/// reference can key a dictionary; two objects may mean the same after the lexicon has forgotten it.
/// </summary>
public sealed class AnalysedWord
{
    internal AnalysedWord(string exact, string stem, IReadOnlyList<AnalysedWord> parts, bool isStopWord) =>
        (Exact, Stem, Parts, IsStopWord) = (exact, stem, parts, isStopWord);

    /// <summary>The word itself, folded: lower case, no diacritics, e-mail as email.</summary>
    public string Exact { get; }

    /// <summary>Its stem in that language, folded.</summary>
    public string Stem { get; }

    /// <summary>
    /// The words that a joined word or a Dutch compound is made of; mostly none. The first stands at the whole's position, the
    /// others at the following ones, so that a phrase of the parts finds the whole. A joined word takes these positions; a
    /// compound takes one, so that its second part stands beside the next word.
    /// </summary>
    public IReadOnlyList<AnalysedWord> Parts { get; }

    /// <summary>Such as "the": kept, but of little weight.</summary>
    public bool IsStopWord { get; }

    public override string ToString() => Exact;
}
