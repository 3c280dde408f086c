using NewsSite.Platform.Languages;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Search;

/// <summary>Says which words of a text a question meant: by the same analysis that found it.</summary>
public sealed class Highlights
{
    private readonly Lexicon _lexicon;
    private readonly HashSet<string> _stems = [];
    private readonly HashSet<string> _exact = [];
    private readonly List<string> _starts = [];
    private readonly List<TypoClause> _typos = [];

    /// <summary>By each stem of their first word.</summary>
    private readonly Dictionary<string, List<PhraseClause>> _phrases = [];

    public Highlights(ResolvedQuery query)
    {
        _lexicon = query.Lexicon;
        if (query.Words is { } words)
            Take(words);
    }

    public bool IsEmpty => _stems.Count + _starts.Count + _typos.Count + _phrases.Count == 0;

    /// <summary>In order, without overlaps.</summary>
    public IReadOnlyList<Mark> In(string text, Language language)
    {
        if (IsEmpty || text.Length == 0)
            return [];
        var words = Read(text, language);
        var meant = new bool[words.Count];
        for (var at = 0; at < words.Count; at++)
        {
            meant[at] |= IsMeant(words[at].Word);
            foreach (var phrase in _phrases.GetValueOrDefault(words[at].Word.Stem) ?? [])
            {
                if (Stands(phrase, words, at))
                    Array.Fill(meant, true, at, phrase.Words.Count);
            }
        }
        // A text in which nothing stands as it was written was found by its typo.
        if (!meant.Contains(true))
            meant = [.. words.Select(word => _typos.Exists(typo => Typos.AtMost(typo.Typos, typo.Exact, word.Word.Exact)))];
        return [.. words.Where((_, at) => meant[at]).Select(word => word.Mark)];
    }

    private List<(AnalysedWord Word, Mark Mark)> Read(string text, Language language)
    {
        var words = new List<(AnalysedWord Word, Mark Mark)>();
        var reader = new WordReader(text);
        while (reader.Read())
        {
            if (words.Count == 0 || words[^1].Mark.End <= reader.Start)
                words.Add((_lexicon.Analyse(reader.Word, language), new Mark(reader.Start, reader.Length)));
        }
        return words;
    }

    /// <summary>Words of a phrase mean something together only.</summary>
    private static bool Stands(PhraseClause phrase, List<(AnalysedWord Word, Mark Mark)> words, int at) =>
        at + phrase.Words.Count <= words.Count && phrase.Words.Select((asked, place) => asked.Stems.Contains(words[at + place].Word.Stem)).All(stands => stands);

    private bool IsMeant(AnalysedWord word) =>
        _stems.Contains(word.Stem) || _exact.Contains(word.Exact)
        || _starts.Exists(start => word.Exact.StartsWith(start, StringComparison.Ordinal))
        || word.Parts.Any(IsMeant);

    private void Take(Clause clause)
    {
        switch (clause)
        {
            case AllOf all:
                foreach (var part in all.Clauses)
                    Take(part);
                break;
            case AnyOf any:
                foreach (var part in any.Clauses)
                    Take(part);
                break;
            case PhraseClause phrase:
                foreach (var stem in phrase.Words[0].Stems)
                    (_phrases.TryGetValue(stem, out var known) ? known : _phrases[stem] = []).Add(phrase);
                break;
            case TermClause term:
                _stems.UnionWith(term.Stems);
                _exact.Add(term.Exact);
                break;
            case PrefixClause prefix:
                _starts.Add(prefix.Start);
                break;
            case TypoClause typo:
                _typos.Add(typo);
                break;
        }
    }
}
