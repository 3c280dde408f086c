using System.Text.Json;
using NewsSite.Search.Documents;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Benchmarks.Search;

/// <summary>A question to both indexes.</summary>
/// <param name="Type">one, two, three, phrase, prefix; typo and radius to ours only.</param>
/// <param name="Words">Of some document.</param>
/// <param name="Prefix">Of a further word.</param>
internal sealed record Question(string Type, IReadOnlyList<AnalysedWord> Words, string? Prefix = null)
{
    private const int OfEachType = 100;

    public Clause ToClause()
    {
        List<TermClause> terms = [.. Words.Select(word => new TermClause { In = Fields.All, Exact = word.Exact, Stems = [word.Stem] })];
        return Type switch
        {
            "phrase" => new PhraseClause(terms),
            "prefix" => new AllOf([.. terms, new PrefixClause(Fields.All, Prefix!)]),
            "typo" => new AllOf([.. terms.Skip(1), new TypoClause(Fields.All, Mistyped(Words[0].Exact), Words[0].Exact.Length >= 8 ? 2 : 1)]),
            _ when terms.Count == 1 => terms[0],
            _ => new AllOf(terms),
        };
    }

    /// <summary>In the form that the yardstick reads.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { terms = Words.Select(word => word.Stem), type = Type, prefix = Prefix });

    /// <summary>From words of the documents, as often as they occur there, stop words aside.</summary>
    public static IReadOnlyList<Question> Of(IEnumerable<SearchDocument> documents, Lexicon lexicon)
    {
        var random = new Random(7);
        var texts = documents.Where((_, place) => place % 97 == 0).Select(document => WordsOf(document, lexicon)).Where(words => words.Count > 20).ToList();
        var questions = new List<Question>();
        for (var number = 0; number < OfEachType; number++)
        {
            foreach (var type in (string[])["one", "two", "three", "phrase", "prefix", "typo", "radius"])
                questions.Add(Make(type, texts[random.Next(texts.Count)], random));
        }
        return questions;
    }

    private static Question Make(string type, List<AnalysedWord> text, Random random)
    {
        switch (type)
        {
            case "phrase":
                var length = random.Next(2, 4);
                var start = random.Next(text.Count - length);
                return new Question(type, [.. text.Skip(start).Take(length)]);
            case "prefix":
                var prefix = Some(text, 1, random)[0].Stem;
                return new Question(type, Some(text, random.Next(1, 3), random), prefix[..Math.Min(prefix.Length, random.Next(3, 5))]);
            case "typo":
                return new Question(type, [text.Where(word => word.Exact.Length >= 4).ElementAt(random.Next(5)), .. Some(text, random.Next(0, 2), random)]);
            default:
                return new Question(type, Some(text, type switch { "two" => 2, "three" => 3, _ => 1 }, random));
        }
    }

    private static List<AnalysedWord> Some(List<AnalysedWord> text, int count, Random random)
    {
        var words = new List<AnalysedWord>();
        while (words.Count < count)
        {
            var word = text[random.Next(text.Count)];
            if (!word.IsStopWord && !words.Exists(other => other.Stem == word.Stem))
                words.Add(word);
        }
        return words;
    }

    private static List<AnalysedWord> WordsOf(SearchDocument document, Lexicon lexicon)
    {
        var words = new List<AnalysedWord>();
        var reader = new WordReader(document.Body);
        while (reader.Read())
            words.Add(lexicon.Analyse(reader.Word, document.Language));
        return words;
    }

    private static string Mistyped(string word) => word[..2] + "x" + word[3..];
}
