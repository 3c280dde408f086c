using System.Buffers;
using NewsSite.Search.Text;

namespace NewsSite.Search.Queries;

/// <summary>
/// Reads what people type: words, "phrases", -not (or NOT), one OR other, title:word. There is no nesting, and nothing is an error:
/// what fits nowhere is a space.
/// </summary>
internal static class WordsSyntax
{
    /// <summary>What stands behind these is left out.</summary>
    public const int MaxWords = 32;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");

    private static readonly Dictionary<string, Fields> FieldNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = Fields.Title,
        ["titel"] = Fields.Title,
        ["titre"] = Fields.Title,
        ["author"] = Fields.By,
        ["auteur"] = Fields.By,
        ["company"] = Fields.By,
        ["bedrijf"] = Fields.By,
        ["entreprise"] = Fields.By,
        ["in"] = Fields.Filed,
        ["dans"] = Fields.Filed,
    };

    public static IReadOnlyList<TypedWords> Parse(string text)
    {
        List<TypedWords> terms = [];
        var rest = text.AsSpan(0, Math.Min(text.Length, SearchQuery.MaxWordsLength)).TrimStart();
        var (isNegative, isAlternative) = (false, false);
        while (!rest.IsEmpty)
        {
            var before = terms.Count;
            if (rest is ['-', not (' ' or '-'), ..])
            {
                isNegative = true;
                rest = rest[1..];
            }
            var fields = TakeField(ref rest);
            var isPhrase = !rest.IsEmpty && Quotes.Contains(rest[0]);
            var run = isPhrase ? TakeQuoted(ref rest) : TakeRun(ref rest);
            if (run is "AND" && !isPhrase)
                continue;
            if (run is "OR" or "NOT" && !isPhrase)
            {
                isAlternative = run is "OR" && before > 0;
                isNegative = run is "NOT";
                continue;
            }
            Add(terms, new TypedWords(WordsOf(run, terms), fields, isPhrase, isNegative, isAlternative));
            if (terms.Count > before)
                (isNegative, isAlternative) = (false, false);
        }
        return terms;
    }

    private static Fields TakeField(ref ReadOnlySpan<char> rest)
    {
        var colon = rest.IndexOf(':');
        if (colon is < 1 or > 10 || colon == rest.Length - 1 || char.IsWhiteSpace(rest[colon + 1])
            || !FieldNames.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(rest[..colon], out var fields))
            return Fields.All;
        rest = rest[(colon + 1)..];
        return fields;
    }

    private static ReadOnlySpan<char> TakeQuoted(ref ReadOnlySpan<char> rest)
    {
        rest = rest[1..];
        var end = rest.IndexOfAny(Quotes);
        var quoted = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..].TrimStart();
        return quoted;
    }

    private static ReadOnlySpan<char> TakeRun(ref ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && !char.IsWhiteSpace(rest[end]) && !Quotes.Contains(rest[end]))
            end++;
        var run = rest[..end];
        rest = rest[end..].TrimStart();
        return run;
    }

    private static List<string> WordsOf(ReadOnlySpan<char> run, List<TypedWords> terms)
    {
        List<string> words = [];
        var left = MaxWords - terms.Sum(term => term.Words.Count);
        var reader = new WordReader(run);
        while (words.Count < left && reader.Read())
            words.Add(reader.Word.ToString());
        return words;
    }

    /// <summary>Words that are not quoted are asked one by one, wherever they stand.</summary>
    private static void Add(List<TypedWords> terms, TypedWords typed)
    {
        if (typed.Words.Count == 0)
            return;
        if (typed.IsPhrase)
            terms.Add(typed);
        else
            terms.AddRange(typed.Words.Select((word, index) => typed with { Words = [word], IsAlternative = typed.IsAlternative && index == 0 }));
    }
}

/// <summary>A word, or the words of a phrase.</summary>
/// <param name="Words">As a <see cref="WordReader"/> gives them; one at least.</param>
/// <param name="IsAlternative">It, or what stands before it.</param>
internal sealed record TypedWords(IReadOnlyList<string> Words, Fields Fields, bool IsPhrase, bool IsNegative, bool IsAlternative);
