using NewsSite.Platform.Languages;
using NewsSite.Search.Text;

namespace NewsSite.Search.Queries;

/// <summary>Makes clauses of typed words: stems, parts, other names.</summary>
internal sealed class WordsResolution(Lexicon lexicon, Vocabulary vocabulary, bool isForPage)
{
    private const double StopWordWeight = 0.2;

    /// <summary>Typos are looked for in words of four letters, two of them in words of eight (what readers know from elsewhere).</summary>
    private const int LongEnoughForOne = 4;
    private const int LongEnoughForTwo = 8;

    private const int ShortestStart = 2;

    public Lexicon Lexicon => lexicon;

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Null: no word is asked for.</summary>
    public Clause? Resolve(IReadOnlyList<TypedWords> terms)
    {
        terms = WithoutFillers(terms);
        List<Clause> all = [];
        for (var i = 0; i < terms.Count;)
        {
            var alternatives = terms.Skip(i + 1).TakeWhile(term => term.IsAlternative && !term.IsNegative).Count();
            if (terms[i].IsNegative)
            {
                all.Add(new NoneOf(Asked(terms[i])));
                i++;
            }
            else if (alternatives > 0)
            {
                all.Add(new AnyOf([.. terms.Skip(i).Take(alternatives + 1).Select(term => Named([term]) ?? Typed(term, terms))], IsOneWord: false));
                i += alternatives + 1;
            }
            else
                i += AddName(all, terms, i);
        }
        return all switch
        {
            [] => null,
            [var only] => only,
            _ => new AllOf(all),
        };
    }

    /// <summary>"the", "de", "van" … decide nothing beside other words: a text in another language has not got them.</summary>
    private IReadOnlyList<TypedWords> WithoutFillers(IReadOnlyList<TypedWords> terms)
    {
        bool IsFiller(TypedWords term) => term is { IsPhrase: false, IsNegative: false, Fields: Fields.All } && lexicon.IsFiller(term.Words[0]);
        return terms.Any(term => !term.IsNegative && !IsFiller(term)) ? terms.Where(term => !IsFiller(term)).ToList() : terms;
    }

    /// <summary>The longest name from there, else the word; how many terms it takes.</summary>
    private int AddName(List<Clause> all, IReadOnlyList<TypedWords> terms, int start)
    {
        var plain = terms.Skip(start)
            .TakeWhile((term, index) => term is { IsPhrase: false, IsNegative: false } && term.Fields == terms[start].Fields && (index == 0 || !term.IsAlternative))
            .Take(Vocabulary.MaxNameLength).ToList();
        // A word that has an alternative behind it belongs to that.
        if (start + plain.Count < terms.Count && terms[start + plain.Count].IsAlternative && plain.Count > 1)
            plain.RemoveAt(plain.Count - 1);
        for (var length = plain.Count; length > 0; length--)
        {
            if (Named(plain.Take(length).ToList()) is not { } named)
                continue;
            all.Add(named);
            return length;
        }
        all.Add(Typed(terms[start], terms));
        return 1;
    }

    /// <summary>What is asked under all its names; null: it has no other.</summary>
    private AnyOf? Named(List<TypedWords> terms)
    {
        if (terms.Any(term => term.IsPhrase))
            return null;
        var others = vocabulary.OthersOf(terms.Select(term => term.Words[0]).ToList());
        if (others.Count == 0)
            return null;
        var fields = terms[0].Fields;
        Clause typed = terms.Count == 1 ? Typed(terms[0], terms) : new AllOf([.. terms.Select(term => Typed(term, terms))]);
        return new AnyOf([typed, .. others.Select(other => Other(other, fields))], IsOneWord: true);
    }

    private Clause Other(OtherName name, Fields fields)
    {
        var words = name.Words.SelectMany(WordParts.OrWhole).Select(word => new TermClause
        {
            In = fields,
            Stems = [.. name.Languages.Select(language => lexicon.Analyse(word, language).Stem).Distinct()],
            Exact = Folding.Fold(word),
            Weight = name.Weight,
        }).ToList();
        return words is [var word] ? word : new PhraseClause(words);
    }

    /// <summary>As typed; on a page also as it may go on or may have been meant.</summary>
    private Clause Typed(TypedWords term, IReadOnlyList<TypedWords> terms)
    {
        var asked = Asked(term);
        if (!isForPage || term.IsPhrase)
            return asked;
        List<Clause> forms = asked is AnyOf { IsOneWord: true } any ? [.. any.Clauses] : [asked];
        var exact = Folding.Fold(term.Words[0]);
        if (ReferenceEquals(term, terms[^1]) && exact.Length >= ShortestStart)
            forms.Add(new PrefixClause(term.Fields, exact));
        if (exact.Length >= LongEnoughForOne && exact.All(char.IsLetter))
            forms.Add(new TypoClause(term.Fields, exact, exact.Length >= LongEnoughForTwo ? 2 : 1));
        return forms.Count > 1 ? new AnyOf(forms, IsOneWord: true) : asked;
    }

    private Clause Asked(TypedWords term)
    {
        if (term.Words.Count > 1)
            return Phrase(term.Words, term.Fields);
        var word = term.Words[0];
        var whole = Term(word, term.Fields);
        var parts = PartsOf(word);
        return parts.Count < 2 ? whole : new AnyOf([whole, new PhraseClause([.. parts.Select(part => Term(part, term.Fields))])], IsOneWord: true);
    }

    /// <summary>A joined word in it is found as one and as its parts, like the same word alone.</summary>
    private Clause Phrase(IReadOnlyList<string> words, Fields fields)
    {
        var wholes = new PhraseClause([.. words.Select(word => Term(word, fields))]);
        var parts = words.SelectMany(WordParts.OrWhole).ToList();
        return parts.Count == words.Count ? wholes : new AnyOf([wholes, new PhraseClause([.. parts.Select(part => Term(part, fields))])], IsOneWord: true);
    }

    /// <summary>Of a joined word or a Dutch compound: who asks for one finds "vrachtwagen chauffeur" too.</summary>
    private IReadOnlyList<string> PartsOf(string word)
    {
        var joined = WordParts.Of(word);
        return joined.Count > 0 ? joined : lexicon.Analyse(word, Language.Dutch).Parts.Select(part => part.Exact).ToList();
    }

    private TermClause Term(string word, Fields fields) => new()
    {
        In = fields,
        Stems = lexicon.StemsOf(word),
        Exact = Folding.Fold(word),
        Weight = lexicon.IsFiller(word) ? StopWordWeight : 1,
    };
}
