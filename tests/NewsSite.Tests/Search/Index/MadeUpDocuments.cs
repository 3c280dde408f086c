using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Index.Evaluation;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Index;

/// <summary>Small documents and clauses of few words, so that what is asked is often found, and often only just not.</summary>
internal sealed class MadeUpDocuments(Lexicon lexicon, int seed)
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Words =
    [
        "tram", "trams", "bus", "buses", "nurse", "nurses", "nursing", "école", "écoles", "ecole", "infirmière", "l'infirmière", "e-mail", "mail",
        "vrachtwagenchauffeur", "chauffeur", "chauffeurs", "teacher", "teachers", "teaching", "Elsene", "Ixelles", "C#", "C++", "the", "de", "la",
        "brug", "bruggen", "bridge", "bridges", "asp.net", "werken", "werkt", "werk",
    ];

    private static readonly GeoPoint[] Towns = [new(50.8467, 4.3525), new(50.8798, 4.7005), new(51.2194, 4.4025), new(50.4108, 4.4446)];

    private readonly Random _random = new(seed);

    public SearchDocument Document(long id) => new()
    {
        Key = new DocumentKey(_random.Next(3) == 0 ? "posting" : "article", id),
        Language = Any(Language.All),
        Title = Text(1, 4),
        By = _random.Next(2) == 0 ? "" : Text(1, 2),
        Lead = _random.Next(2) == 0 ? "" : Text(1, 6),
        Filed = _random.Next(2) == 0 ? "" : Text(1, 3),
        Body = Text(0, _random.Next(20) == 0 ? 400 : 25),
        Facets = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => new Facet(Any(["section", "tag", "hours"]), Any(["a", "b", "c", "d"])))],
        Places = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Any(Towns))],
        IsEverywhere = _random.Next(6) == 0,
        At = Now - TimeSpan.FromHours(_random.Next(1, 2000)),
        Until = _random.Next(4) == 0 ? Now + TimeSpan.FromHours(_random.Next(-5, 6)) : null,
        LiftedUntil = _random.Next(5) == 0 ? Now + TimeSpan.FromHours(_random.Next(-5, 6)) : null,
        Pay = _random.Next(2) == 0 ? null : _random.Next(20, 60) * 100_000,
        Ages = _random.Next(2) == 0,
    };

    public Clause Clause(int depth = 2) => _random.Next(depth == 0 ? 6 : 10) switch
    {
        < 3 => Term(Asked()),
        3 => new PhraseClause(Phrase(Asked())),
        4 => new PrefixClause(Asked(), Folding.Fold(Any(Words).ToLowerInvariant())[..1]),
        5 => new TypoClause(Asked(), Folding.Fold(Mistyped(Any(Words).ToLowerInvariant())), _random.Next(1, 3)),
        6 => AnyOfSome(depth),
        7 => new AllOf([.. Some(depth), new NoneOf(Clause(depth - 1))]),
        8 => new NoneOf(Clause(depth - 1)),
        _ => new AllOf([.. Some(depth)]),
    };

    public DocumentFilter Filter() => new()
    {
        Now = (Now.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        Kinds = _random.Next(3) == 0 ? ["posting"] : [],
        Languages = _random.Next(4) == 0 ? [Any(Language.All)] : [],
        Facets = [.. new[] { "section", "tag" }.Where(_ => _random.Next(3) == 0).Select(name => new FacetFilter(name, [Any(["a", "b"]), Any(["c", "d", "e"])]))],
        Near = _random.Next(3) == 0 ? new Reach(Any(Towns), _random.Next(0, 60)) : null,
        IsNowhere = _random.Next(12) == 0,
        WithEverywhere = _random.Next(2) == 0,
        From = _random.Next(4) == 0 ? (Now.AddHours(-_random.Next(2000)).UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond : null,
        LeastPay = _random.Next(4) == 0 ? _random.Next(20, 60) * 100_000 : null,
    };

    /// <summary>Whether a word is taken for a typo of another depends on what else is there: not beside other forms of it here.</summary>
    private AnyOf AnyOfSome(int depth)
    {
        List<Clause> some = [.. Some(depth)];
        return new AnyOf(some, !some.Exists(form => form is TypoClause) && _random.Next(2) == 0);
    }

    private IEnumerable<Clause> Some(int depth) => Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Clause(depth - 1));

    private TermClause Term(Fields fields) => TermOf(Any(Words), fields);

    private TermClause TermOf(string text, Fields fields)
    {
        var reader = new WordReader(text);
        reader.Read();
        var word = reader.Word.ToString();
        return new TermClause { In = fields, Exact = Folding.Fold(word), Stems = lexicon.StemsOf(word), Weight = _random.Next(2) };
    }

    /// <summary>Words that stand so in some document, mostly.</summary>
    private IReadOnlyList<TermClause> Phrase(Fields fields) => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Term(fields))];

    private Fields Asked() => _random.Next(3) == 0 ? (Fields)_random.Next(1, 32) : Fields.All;

    private string Text(int least, int most)
    {
        var words = Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => Any(Words) + (_random.Next(12) == 0 ? ".\n" : " "));
        return string.Concat(words);
    }

    private string Mistyped(string word)
    {
        var place = _random.Next(word.Length);
        return _random.Next(4) switch
        {
            0 => word.Remove(place, 1) is { Length: > 0 } shorter ? shorter : word,
            1 => word.Insert(place, "x"),
            2 when place > 0 => word[..(place - 1)] + word[place] + word[place - 1] + word[(place + 1)..],
            _ => word[..place] + "q" + word[(place + 1)..],
        };
    }

    private T Any<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];
}
