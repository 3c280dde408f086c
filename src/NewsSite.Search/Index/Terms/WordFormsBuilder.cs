namespace NewsSite.Search.Index.Terms;

/// <summary>Takes forms in the order of their words, then of their stems.</summary>
internal sealed class WordFormsBuilder
{
    private readonly TermDictionaryBuilder _words = new();
    private readonly List<int> _stemOf = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numberOf;

    public WordFormsBuilder() => _numberOf = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(ReadOnlySpan<char> word, ReadOnlySpan<char> stem)
    {
        _words.Add(word);
        if (!_numberOf.TryGetValue(stem, out var number))
            _numberOf[stem] = number = _numbers.Count;
        _stemOf.Add(number);
    }

    public WordForms ToForms()
    {
        var stems = _numbers.Keys.ToArray(); // in the order of their numbers: nothing was removed
        var numbers = Enumerable.Range(0, stems.Length).ToArray();
        Array.Sort(stems, numbers, StringComparer.Ordinal);
        var places = new int[numbers.Length];
        var dictionary = new TermDictionaryBuilder();
        for (var place = 0; place < stems.Length; place++)
        {
            places[numbers[place]] = place;
            dictionary.Add(stems[place]);
        }
        return new WordForms(_words.ToDictionary(), dictionary.ToDictionary(), [.. _stemOf.Select(number => places[number])]);
    }
}
