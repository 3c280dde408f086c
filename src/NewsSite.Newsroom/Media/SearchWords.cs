using System.Globalization;
using System.Text;

namespace NewsSite.Newsroom.Media;

/// <summary>
/// Words as the library looks for them: without case and accents, each after a space, so that the beginning of a word is found
/// as a plain piece of text. The database's own comparison knows neither.
/// </summary>
internal static class SearchWords
{
    /// <summary>In characters; the words stand in an index, and PostgreSQL's have 2,704 bytes at most.</summary>
    private const int MaxLength = 600;

    private const int MaxAsked = 8;

    public static string Of(IEnumerable<string> texts)
    {
        var words = new StringBuilder();
        foreach (var word in texts.SelectMany(Split).Distinct(StringComparer.Ordinal))
        {
            if (words.Length + word.Length + 2 > MaxLength)
                break;
            words.Append(' ').Append(word);
        }
        return words.ToString();
    }

    /// <summary>The pieces of text to look for; all must be there.</summary>
    public static IReadOnlyList<string> Asked(string question) =>
        [.. Split(question).Distinct(StringComparer.Ordinal).Take(MaxAsked).Select(word => " " + word)];

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(character))
            {
                word.Append(char.ToLowerInvariant(character));
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
            yield return word.ToString();
    }
}
