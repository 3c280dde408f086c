using System.Globalization;
using System.Text;

namespace NewsSite.Newsroom.Media;

/// <summary>
/// Words as the library looks for them: without case and accents, each after a space, so that the beginning of a word is found
/// as a plain piece of text. The database's own comparison knows neither.
/// </summary>
internal static class SearchWords
{
    /// <summary>In bytes; the words stand in an index, and PostgreSQL's have 2,704 at most, with all that stands there.</summary>
    private const int MaxBytes = 2400;

    private const int MaxAsked = 8;

    public static string Of(IEnumerable<string> texts)
    {
        var (words, bytes) = (new StringBuilder(), 0);
        var all = texts.SelectMany(Split).Distinct(StringComparer.Ordinal).ToList();
        // Whoever asks for the beginning of a word finds it: a word that another begins with need not stand there too.
        var longer = all.Order(StringComparer.Ordinal).ToList();
        var begun = longer.Zip(longer.Skip(1)).Where(pair => pair.Second.StartsWith(pair.First, StringComparison.Ordinal)).Select(pair => pair.First).ToHashSet(StringComparer.Ordinal);
        foreach (var word in all.Where(word => !begun.Contains(word)))
        {
            bytes += Encoding.UTF8.GetByteCount(word) + 1;
            if (bytes > MaxBytes)
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
