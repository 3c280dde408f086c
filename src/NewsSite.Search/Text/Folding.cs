using System.Buffers;
using System.Text;

namespace NewsSite.Search.Text;

/// <summary>The form in which words are compared: without diacritics, ligatures and apostrophes; e-mail as email, 1.000 as 1000.</summary>
internal static class Folding
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <param name="word">As a <see cref="WordReader"/> gives it.</param>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (!word.ContainsAnyExcept(Plain))
            return word.ToString();
        var folded = new StringBuilder(word.Length);
        // Form KD parts é into e and its mark, and ﬁ into f and i.
        foreach (var unit in word.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (Letters(unit) is { } letters)
                folded.Append(letters);
            else if (!Alphabet.IsMark(unit))
                folded.Append(char.ToLowerInvariant(unit));
        }
        return Unjoined(folded.ToString());
    }

    /// <summary>Letters that have no decomposition in Unicode, as one types them without their key.</summary>
    private static string? Letters(char unit) => unit switch
    {
        'ß' => "ss",
        'œ' => "oe",
        'æ' => "ae",
        'ø' => "o",
        'ł' => "l",
        'ı' => "i",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "ng",
        'ĸ' => "k",
        'ſ' => "s",
        '\'' => "",
        _ => null,
    };

    private static string Unjoined(string word)
    {
        if (word.Length > WordReader.MaxLength)
            word = word[..(char.IsHighSurrogate(word[WordReader.MaxLength - 1]) ? WordReader.MaxLength - 1 : WordReader.MaxLength)];
        if (IsNumber(word))
            return Number(word);
        if (IsAcronym(word))
            return word.Replace(".", "", StringComparison.Ordinal);
        return word.Any(char.IsAsciiLetter) ? word.Replace("-", "", StringComparison.Ordinal) : word;
    }

    private static bool IsNumber(string word) => word.Length > 0 && char.IsDigit(word[0]) && word.AsSpan().IndexOfAny(',', '.') > 0 && word.All(unit => char.IsDigit(unit) || unit is ',' or '.');

    /// <summary>
    /// English writes 1,000.5 where Dutch and French write 1.000,5. A sign before exactly three digits parts thousands, in any
    /// language; any other is the decimal point.
    /// </summary>
    private static string Number(string word)
    {
        var number = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsDigit(word[i]))
                number.Append(word[i]);
            else if (word.AsSpan(i + 1).IndexOfAny(',', '.') is var next && (next < 0 ? word.Length - i - 1 : next) != 3)
                number.Append('.');
        }
        return number.ToString();
    }

    /// <summary>u.s.a, b.v.</summary>
    private static bool IsAcronym(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        }
        return word.Length > 2;
    }
}
