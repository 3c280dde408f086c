namespace NewsSite.Search.Index.Terms;

/// <summary>
/// The words of a segment. What postings are kept for is a form: a word as it stands (folded), together with its stem. A stem is asked
/// for by the forms that have it. So every occurrence is kept once, it is known where a word stands exactly as asked, and prefixes and
/// typos are looked up among the words themselves.
/// </summary>
internal sealed class WordForms
{
    private readonly int[] _stemOf;
    private readonly int[] _starts;
    private readonly int[] _forms;

    /// <param name="words">The forms' words in order; forms of one word that differ in their stems follow each other, in the order of these.</param>
    /// <param name="stems">In order, without doubles.</param>
    /// <param name="stemOf">The number of each form's stem.</param>
    public WordForms(TermDictionary words, TermDictionary stems, int[] stemOf)
    {
        (Words, Stems, _stemOf) = (words, stems, stemOf);
        _starts = new int[stems.Count + 1];
        foreach (var stem in stemOf)
            _starts[stem + 1]++;
        for (var stem = 0; stem < stems.Count; stem++)
            _starts[stem + 1] += _starts[stem];
        _forms = new int[stemOf.Length];
        var next = _starts.AsSpan(0, stems.Count).ToArray();
        for (var form = 0; form < stemOf.Length; form++)
            _forms[next[stemOf[form]]++] = form;
    }

    public int Count => Words.Count;

    public TermDictionary Words { get; }

    public TermDictionary Stems { get; }

    /// <summary>For a snapshot.</summary>
    public ReadOnlySpan<int> StemNumbers => _stemOf;

    public ReadOnlySpan<char> StemOf(int form) => Stems[_stemOf[form]];

    /// <summary>The forms that have this stem; none if it does not occur.</summary>
    public ReadOnlySpan<int> WithStem(ReadOnlySpan<char> stem)
    {
        var number = Stems.Find(stem);
        return number < 0 ? [] : _forms.AsSpan(_starts[number].._starts[number + 1]);
    }
}
