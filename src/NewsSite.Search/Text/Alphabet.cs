using System.Globalization;
using System.Text;

namespace NewsSite.Search.Text;

/// <summary>What each UTF-16 unit is to a reader of words.</summary>
internal static class Alphabet
{
    /// <summary>Below it every letter is in normal form C already and takes no mark.</summary>
    public const char FirstThatMayCompose = '\u0300';

    /// <summary>By unit: the letter or digit in lower case, 0 for what is neither. One look instead of several calls per letter.</summary>
    private static readonly char[] Lowers = MakeLowers();

    public static char Lower(char unit) => Lowers[unit];

    /// <summary>A letter or digit beyond the first 65,536 begins here, as two surrogates that belong together.</summary>
    public static bool IsPair(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        && Rune.IsLetterOrDigit(new Rune(text[at], text[at + 1]));

    /// <summary>A mark that stands on the letter before it, or a Hangul letter that melts with it.</summary>
    public static bool IsMark(char unit) =>
        unit >= FirstThatMayCompose
        && char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Soft hyphens, marks of direction and joiners do not part a word, nor the zero-width space: it is a hint where to break a long one.</summary>
    public static bool IsInvisible(char unit) =>
        unit == '\u00AD' || (unit >= FirstThatMayCompose && char.GetUnicodeCategory(unit) == UnicodeCategory.Format);

    /// <summary>Chinese and Japanese texts have no spaces: each such sign is a word.</summary>
    public static bool IsIdeograph(char unit) => unit is (>= '\u3041' and <= '\u3096') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    public static bool IsLineBreak(char unit) => unit is '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>The sign that joins two halves of a word, in its simplest form; 0 for what joins nothing.</summary>
    public static char Joint(char unit) => unit switch
    {
        '-' or '.' or ',' or '/' or ':' or '@' or '&' or '_' => unit,
        '\'' or '\u2019' or '\u2018' or '\u02BC' or '\uFF07' or '\u00B4' or '`' => '\'',
        '\u2010' or '\u2011' => '-',
        _ => '\0',
    };

    private static char[] MakeLowers()
    {
        var lowers = new char[char.MaxValue + 1];
        for (var unit = 0; unit < lowers.Length; unit++)
        {
            if (char.IsLetterOrDigit((char)unit) || char.GetUnicodeCategory((char)unit) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber)
                lowers[unit] = char.ToLowerInvariant((char)unit);
        }
        lowers['İ'] = 'i';
        // An apostrophe by nature, a letter by category.
        lowers['\u02BC'] = '\0';
        return lowers;
    }
}
