namespace NewsSite.Search.Index.Terms;

/// <summary>Takes terms in their order.</summary>
internal sealed class TermDictionaryBuilder
{
    private readonly List<int> _starts = [0];
    private char[] _text = new char[256];
    private int _length;

    public int Count => _starts.Count - 1;

    public void Add(ReadOnlySpan<char> term)
    {
        if (_length + term.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + term.Length));
        term.CopyTo(_text.AsSpan(_length));
        _length += term.Length;
        _starts.Add(_length);
    }

    public TermDictionary ToDictionary() => new(_text.AsSpan(0, _length).ToArray(), [.. _starts]);
}
