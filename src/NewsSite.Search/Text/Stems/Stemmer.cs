namespace NewsSite.Search.Text.Stems;

/// <summary>
/// Takes a word's endings off, so that its forms become one: nurse, nurses, nursing. The stem is a key, not always a word. Each gives
/// exactly what Snowball's official vocabulary of its language says.
/// </summary>
internal abstract class Stemmer
{
    /// <param name="word">In lower case and normal form C, with its diacritics, straight apostrophes, and at most as long as a word of a <see cref="WordReader"/>.</param>
    public string Of(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[StemWord.Capacity];
        var stem = Stem(word, buffer);
        return stem.ToString();
    }

    protected abstract ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> buffer);

    protected static bool IsOneOf(string[] words, ReadOnlySpan<char> letters)
    {
        foreach (var word in words)
        {
            if (letters.SequenceEqual(word))
                return true;
        }
        return false;
    }
}
