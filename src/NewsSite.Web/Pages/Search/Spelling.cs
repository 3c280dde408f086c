using System.Text;
using NewsSite.Platform.Languages;
using NewsSite.Search.Index;
using NewsSite.Search.Text;

namespace NewsSite.Web.Pages.Search;

/// <summary>What somebody meant who typed a word that no document has.</summary>
public sealed class Spelling(SearchIndex index, Lexicon lexicon)
{
    private const int LongEnoughForOne = 4;
    private const int LongEnoughForTwo = 8;

    /// <summary>A pasted text is not corrected.</summary>
    private const int MostWords = 8;

    private static readonly string[] Operators = ["OR", "AND", "NOT"];

    /// <summary>The words with those put right that are known otherwise; null: none is.</summary>
    public string? Corrected(string words)
    {
        var (corrected, done, read) = (new StringBuilder(), 0, 0);
        var reader = new WordReader(words);
        while (reader.Read() && ++read <= MostWords)
        {
            var (start, end) = (reader.Start, reader.Start + reader.Length);
            var isSyntax = (end < words.Length && words[end] == ':') || Operators.Contains(words[start..end]) || (start > 0 && words[start - 1] == '-');
            if (isSyntax || Meant(reader.Word, isLast: end >= words.TrimEnd().Length) is not { } meant)
                continue;
            corrected.Append(words, done, start - done).Append(meant);
            done = end;
        }
        return done == 0 ? null : corrected.Append(words, done, words.Length - done).ToString();
    }

    private string? Meant(ReadOnlySpan<char> word, bool isLast)
    {
        var exact = lexicon.Analyse(word, Language.Default).Exact;
        if (exact.Length < LongEnoughForOne || !exact.All(char.IsLetter) || (isLast && index.WordsStartingWith(exact, 1).Count > 0))
            return null;
        return index.Meant(exact, exact.Length >= LongEnoughForTwo ? 2 : 1);
    }
}
