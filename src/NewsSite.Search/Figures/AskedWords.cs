using System.Globalization;
using System.Text;

namespace NewsSite.Search.Figures;

/// <summary>
/// The words of a question as they are counted: in small letters, with single spaces. What may name a person beyond doubt is
/// never kept: e-mail addresses, and numbers as long as those of telephones, accounts and national registers.
/// </summary>
public static class AskedWords
{
    /// <summary>Longer texts were pasted, not asked.</summary>
    public const int MaxLength = 80;

    /// <summary>From so many digits on, a number is somebody's.</summary>
    private const int DigitsOfSomebody = 8;

    /// <returns>Empty: these words are counted, but not kept.</returns>
    public static string Of(string typed)
    {
        var words = new StringBuilder(Math.Min(typed.Length, MaxLength));
        var digits = 0;
        foreach (var rune in typed.EnumerateRunes())
        {
            if (IsGap(rune))
            {
                if (words.Length > 0 && words[^1] != ' ')
                    words.Append(' ');
                continue;
            }
            // The parts of one number may be set apart: 0475 12 34 56, 85.07.30-033.61.
            digits = Rune.IsDigit(rune) ? digits + 1 : Rune.IsLetter(rune) ? 0 : digits;
            if (rune.Value is '@' or '＠' || digits >= DigitsOfSomebody || words.Length >= MaxLength)
                return "";
            words.Append(Rune.ToLowerInvariant(rune));
        }
        var asked = words.ToString().TrimEnd();
        return asked.Length <= MaxLength ? asked.Normalize(NormalizationForm.FormC) : "";
    }

    /// <summary>Half surrogates come as the replacement sign; databases and pages hold neither them nor control signs.</summary>
    private static bool IsGap(Rune rune) => rune == Rune.ReplacementChar || Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
