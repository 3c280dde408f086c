namespace NewsSite.Search.Text.Stems;

/// <summary>
/// A word while its endings are taken off: letters in a buffer, and the regions to which Snowball's algorithms confine what they
/// take (R1: behind the first non-vowel behind a vowel; R2: the same within R1; RV: French alone). All positions are from the start.
/// </summary>
internal ref struct StemWord
{
    /// <summary>Stems may be a little longer than their words while they are made.</summary>
    public const int Capacity = WordReader.MaxLength * 2;

    private readonly Span<char> _letters;
    private readonly string _vowels;

    public StemWord(Span<char> buffer, ReadOnlySpan<char> word, string vowels)
    {
        _letters = buffer;
        _vowels = vowels;
        word.CopyTo(buffer);
        Length = word.Length;
    }

    public int Length { get; private set; }

    /// <summary>Where R1 begins.</summary>
    public int R1 { get; set; }

    /// <summary>Where R2 begins.</summary>
    public int R2 { get; set; }

    /// <summary>Where RV begins.</summary>
    public int RV { get; set; }

    public readonly ReadOnlySpan<char> Letters => _letters[..Length];

    /// <summary>The letter there; '\0' beside the word.</summary>
    public readonly char this[int at] => at >= 0 && at < Length ? _letters[at] : '\0';

    public readonly bool IsVowel(int at) => _vowels.Contains(this[at], StringComparison.Ordinal);

    /// <summary>A letter there, and no vowel.</summary>
    public readonly bool IsConsonant(int at) => at >= 0 && at < Length && !IsVowel(at);

    /// <summary>Behind the first non-vowel that follows a vowel, seen from there; the end where there is none.</summary>
    public readonly int AfterVowelAndConsonant(int at)
    {
        while (at < Length && !IsVowel(at))
            at++;
        while (at < Length && IsVowel(at))
            at++;
        return Math.Min(at + 1, Length);
    }

    public readonly bool HasVowelBefore(int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (IsVowel(i))
                return true;
        }
        return false;
    }

    /// <summary>Whether it ends so, and that ending lies behind <paramref name="from"/>.</summary>
    public readonly bool Ends(ReadOnlySpan<char> ending, int from = 0) => Length - ending.Length >= from && Letters.EndsWith(ending);

    /// <summary>Whether what stands before the last <paramref name="skipped"/> letters ends so, behind <paramref name="from"/>.</summary>
    public readonly bool EndsBefore(int skipped, ReadOnlySpan<char> ending, int from = 0) =>
        Length - skipped - ending.Length >= from && Letters[..(Length - skipped)].EndsWith(ending);

    /// <summary>Whether the last so many letters lie in R1.</summary>
    public readonly bool InR1(int letters) => Length - letters >= R1;

    public readonly bool InR2(int letters) => Length - letters >= R2;

    public readonly bool InRV(int letters) => Length - letters >= RV;

    public void Set(int at, char letter) => _letters[at] = letter;

    public void Delete(int letters) => Length -= letters;

    public void Replace(int letters, ReadOnlySpan<char> by)
    {
        Length -= letters;
        by.CopyTo(_letters[Length..]);
        Length += by.Length;
    }

    public void DeleteAt(int at, int letters)
    {
        _letters[(at + letters)..Length].CopyTo(_letters[at..]);
        Length -= letters;
    }

    public void InsertAt(int at, char letter)
    {
        _letters[at..Length].CopyTo(_letters[(at + 1)..]);
        _letters[at] = letter;
        Length++;
    }
}
