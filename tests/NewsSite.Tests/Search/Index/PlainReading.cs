using NewsSite.Search.Documents;
using NewsSite.Search.Index.Evaluation;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Index;

/// <summary>What clauses and filters mean, read off a document word by word: slow and plain, to hold the index against.</summary>
internal sealed class PlainReading
{
    private readonly SearchDocument _document;
    private readonly List<(int Field, int Position, AnalysedWord Word)> _words = [];

    public PlainReading(SearchDocument document, Lexicon lexicon)
    {
        _document = document;
        string[] texts = [document.Title, document.By, document.Lead, document.Filed, document.Body];
        for (var field = 0; field < texts.Length; field++)
        {
            var reader = new WordReader(texts[field]);
            while (reader.Read())
                Add(field, reader.Position, lexicon.Analyse(reader.Word, document.Language));
        }
    }

    public bool Holds(Clause clause) => clause switch
    {
        TermClause term => _words.Exists(word => Is(word, term)),
        PhraseClause phrase => Enumerable.Range(0, 5).Any(field => _words.Exists(start => start.Field == field && StandsAt(phrase, field, start.Position))),
        PrefixClause prefix => _words.Exists(word => IsIn(word.Field, prefix.In) && word.Word.Exact.StartsWith(prefix.Start, StringComparison.Ordinal)),
        TypoClause typo => _words.Exists(word => IsIn(word.Field, typo.In) && Typos(word.Word.Exact, typo.Exact) <= typo.Typos),
        AllOf all => all.Clauses.All(Holds),
        AnyOf any => any.Clauses.Any(Holds),
        NoneOf none => !Holds(none.Clause),
        _ => throw new NotSupportedException(),
    };

    /// <summary>All conditions, or all but those of one facet, or but that of time or pay.</summary>
    public bool Passes(DocumentFilter filter, string? open = null) =>
        (filter.Kinds.Count == 0 || filter.Kinds.Contains(_document.Key.Kind))
        && (filter.Languages.Count == 0 || filter.Languages.Contains(_document.Language))
        && (_document.Until is not { } until || Micro(until) > filter.Now)
        && filter.Facets.All(facet => facet.Name == open || _document.Facets.Any(own => own.Name == facet.Name && facet.Values.Contains(own.Value)))
        && (open == "time" || filter.From is not { } from || Micro(_document.At) >= from)
        && (open == "pay" || filter.LeastPay is not { } least || _document.Pay >= least)
        && ((filter.Near is null && !filter.IsNowhere) || (filter.WithEverywhere && _document.IsEverywhere)
            || (filter.Near is { } near && _document.Places.Any(near.Contains)));

    /// <summary>The least number of letters more, less, other, or swapped with the next one (optimal string alignment), by the textbook.</summary>
    public static int Typos(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                var least = Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1);
                least = Math.Min(least, table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    least = Math.Min(least, table[i - 2, j - 2] + 1);
                table[i, j] = least;
            }
        }
        return table[one.Length, other.Length];
    }

    private void Add(int field, int position, AnalysedWord word)
    {
        _words.Add((field, position, word));
        for (var part = 0; part < word.Parts.Count; part++)
            Add(field, position + part, word.Parts[part]);
    }

    private bool StandsAt(PhraseClause phrase, int field, int start) => phrase.Words
        .Select((term, place) => _words.Exists(word => word.Field == field && word.Position == start + place && Is(word, term)))
        .All(stands => stands);

    private static bool Is((int Field, int Position, AnalysedWord Word) word, TermClause term) => IsIn(word.Field, term.In) && term.Stems.Contains(word.Word.Stem);

    private static bool IsIn(int field, Fields fields) => ((int)fields & (1 << field)) != 0;

    private static long Micro(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
