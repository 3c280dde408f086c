using System.Collections.Concurrent;
using System.Globalization;
using NewsSite.Search.Documents;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Matching.Conditions;

/// <summary>
/// All that saved searches ask for, each thing once and by number: a word (in any of its stems) in some fields, a phrase, one of several,
/// a facet with its values, the surroundings of a place. A document is held against each condition at most once, however many
/// searches have it.
/// </summary>
/// <remarks>One writes at a time; readers hold a <see cref="ConditionView"/>. Nothing is ever taken out: what becomes of that, the keeper of the searches sees to.</remarks>
internal sealed class ConditionTable
{
    /// <summary>Holds for every document.</summary>
    public const int Always = 0;

    /// <summary>Holds for none.</summary>
    public const int Never = 1;

    /// <summary>Of a trigger: the fields.</summary>
    public const int FieldBits = 5;

    /// <summary>A facet's term stands there, as if in a field.</summary>
    public const int FacetField = 1;

    private const float UnknownStem = 20;
    private const float UnknownFacet = 4;

    private readonly DocumentFrequencies _frequencies;
    private readonly ConcurrentDictionary<string, int> _stems = new(concurrencyLevel: 1, capacity: 31, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Facet, int> _facets = new(concurrencyLevel: 1, capacity: 31);
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(Reach? Reach, bool WithEverywhere), int> _byReach = [];
    private readonly TriggerLists _triggers = new();
    private readonly TriggerLists _parents = new();

    /// <summary>By term: in how many documents, and the condition of this term alone (0: none yet).</summary>
    private int[] _counts = new int[64];
    private int[] _alone = new int[64];
    private int _termCount;

    private Composite?[] _composites = new Composite?[64];
    private float[] _shares = new float[64];
    private int _conditionCount = 2;
    private ReachCondition[] _reaches = new ReachCondition[16];
    private int _reachCount;
    private bool _hasPhrases;

    public ConditionTable(DocumentFrequencies frequencies)
    {
        _frequencies = frequencies;
        _shares[Always] = 1;
        View = NewView();
    }

    public ConditionView View { get; private set; }

    /// <summary>Shows to readers what was added.</summary>
    public void Publish()
    {
        if (View.TermCount != _termCount || View.ConditionCount != _conditionCount || View.ReachCount != _reachCount)
            View = NewView();
    }

    /// <summary>What share of the documents has it, roughly; 0 to 1.</summary>
    public float ShareOf(int condition) => _shares[condition];

    /// <summary>One of the stems stands in one of the fields.</summary>
    public int Word(IReadOnlyList<string> stems, Fields fields)
    {
        if (stems.Count == 0 || (fields & Fields.All) == Fields.None)
            return Never;
        if (stems.Count == 1 && fields == Fields.All)
            return Alone(Stem(stems[0]), (int)Fields.All, UnknownStem);
        int[] terms = [.. stems.Select(Stem).Distinct().Order()];
        return terms is [var term] && fields == Fields.All ? Alone(term, (int)Fields.All, UnknownStem) : OfTerms(terms, (int)fields, UnknownStem);
    }

    /// <summary>The document has one of the values.</summary>
    public int OneOf(FacetFilter filter)
    {
        if (filter.Values.Count == 1)
            return Alone(FacetTerm(new Facet(filter.Name, filter.Values[0])), FacetField, UnknownFacet);
        int[] terms = [.. filter.Values.Select(value => FacetTerm(new Facet(filter.Name, value))).Distinct().Order()];
        return terms switch
        {
            [] => Never,
            [var term] => Alone(term, FacetField, UnknownFacet),
            _ => OfTerms(terms, FacetField, UnknownFacet),
        };
    }

    /// <param name="words">Two at least.</param>
    public int Phrase(IReadOnlyList<TermClause> words)
    {
        var conditions = words.Select(word => Word(word.Stems, word.In)).ToArray();
        if (conditions.Contains(Never))
            return Never;
        return Composed("P" + Joined(conditions), () =>
        {
            _hasPhrases = true;
            PhraseWord[] read = [.. words.Select(word => new PhraseWord([.. word.Stems.Select(Stem).Distinct()], word.In))];
            return (new PhraseComposite(read), [Rarest(conditions)], _shares[Rarest(conditions)] * 0.2f);
        });
    }

    public int Any(IReadOnlyList<int> conditions)
    {
        int[] some = [.. conditions.Where(condition => condition != Never).Distinct().Order()];
        return some switch
        {
            [] => Never,
            [var only] => only,
            [Always, ..] => Always,
            _ => Composed("O" + Joined(some), () => (new AnyComposite(some), some, Math.Min(1, some.Sum(condition => _shares[condition])))),
        };
    }

    public int All(IReadOnlyList<int> conditions)
    {
        int[] all = [.. conditions.Where(condition => condition != Always).Distinct().Order()];
        return all switch
        {
            [] => Always,
            [var only] => only,
            _ when all.Contains(Never) => Never,
            _ => Composed("A" + Joined(all), () => (new AllComposite(all), [Rarest(all)], _shares[Rarest(all)])),
        };
    }

    /// <summary>The number of the surroundings; a kind of its own beside the conditions.</summary>
    /// <param name="reach">Null: of a place that nobody knows.</param>
    public int Near(Reach? reach, bool withEverywhere)
    {
        if (_byReach.TryGetValue((reach, withEverywhere), out var number))
            return number;
        if (_reachCount == _reaches.Length)
            Array.Resize(ref _reaches, _reachCount * 2);
        _reaches[_reachCount] = new ReachCondition(reach, withEverywhere);
        return _byReach[(reach, withEverywhere)] = _reachCount++;
    }

    /// <summary>The same of surroundings.</summary>
    public float ShareOfReach(int reach) => _reaches[reach].Share;

    private int Stem(string stem)
    {
        if (_stems.TryGetValue(stem, out var term))
            return term;
        term = NewTerm(_frequencies.OfStem(stem));
        _stems[stem] = term;
        return term;
    }

    private int FacetTerm(Facet facet)
    {
        if (_facets.TryGetValue(facet, out var term))
            return term;
        term = NewTerm(_frequencies.OfFacet(facet));
        _facets[facet] = term;
        return term;
    }

    private int NewTerm(int documents)
    {
        if (_termCount == _counts.Length)
        {
            Array.Resize(ref _counts, _termCount * 2);
            Array.Resize(ref _alone, _termCount * 2);
        }
        _triggers.Reserve(_termCount + 1);
        _counts[_termCount] = documents;
        return _termCount++;
    }

    private int Alone(int term, int fields, float unknown) => _alone[term] > 0 ? _alone[term] : _alone[term] = NewTermCondition([term], fields, unknown);

    private int OfTerms(int[] terms, int fields, float unknown)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"T{fields}:{Joined(terms)}");
        return _byKey.TryGetValue(key, out var known) ? known : _byKey[key] = NewTermCondition(terms, fields, unknown);
    }

    private int NewTermCondition(int[] terms, int fields, float unknown)
    {
        var inFields = (fields & (int)Fields.Body) != 0 || fields == FacetField ? 1 : 0.3f;
        var share = (terms.Sum(term => (float)_counts[term]) + 1) / (_frequencies.Documents + unknown);
        var condition = NewCondition(null, Math.Min(1, share * inFields));
        foreach (var term in terms)
            _triggers.Add(term, (condition << FieldBits) | fields);
        return condition;
    }

    private int Composed(string key, Func<(Composite Composite, int[] HangsOn, float Share)> make)
    {
        if (_byKey.TryGetValue(key, out var known))
            return known;
        var (composite, hangsOn, share) = make();
        var condition = NewCondition(composite, share);
        foreach (var part in hangsOn)
            _parents.Add(part, condition);
        return _byKey[key] = condition;
    }

    private int NewCondition(Composite? composite, float share)
    {
        if (_conditionCount == _shares.Length)
        {
            Array.Resize(ref _shares, _conditionCount * 2);
            Array.Resize(ref _composites, _conditionCount * 2);
        }
        _parents.Reserve(_conditionCount + 1);
        (_composites[_conditionCount], _shares[_conditionCount]) = (composite, share);
        return _conditionCount++;
    }

    private int Rarest(int[] conditions) => conditions.MinBy(condition => _shares[condition]);

    private static string Joined(int[] numbers) => string.Join(',', numbers);

    private ConditionView NewView() => new()
    {
        Stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>(),
        Facets = _facets,
        TermCount = _termCount,
        ConditionCount = _conditionCount,
        HasPhrases = _hasPhrases,
        Triggers = _triggers.Current,
        Parents = _parents.Current,
        Composites = _composites,
        Reaches = _reaches,
        ReachCount = _reachCount,
    };
}
