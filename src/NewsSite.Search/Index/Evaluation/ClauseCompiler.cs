using NewsSite.Search.Index.Segments;
using NewsSite.Search.Index.Terms;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>Looks the words of clauses up in every segment's vocabulary.</summary>
internal sealed class ClauseCompiler(Catalogue catalogue, Ranking ranking)
{
    /// <summary>A word of no weight still decides what is found.</summary>
    private const double LeastWeight = 0.001;

    private readonly Dictionary<Fields, FieldWeights> _weights = [];

    public Node Compile(Clause clause) => clause switch
    {
        TermClause term => Compile(term),
        PhraseClause { Words.Count: 0 } => new NoDocument(),
        PhraseClause { Words: [var word] } => Compile(word),
        PhraseClause phrase => new PhraseNode([.. phrase.Words.Select(Compile)]),
        PrefixClause prefix => CompileStart(prefix),
        TypoClause typo => Compile(typo),
        AllOf all => new AllNode(
            [.. all.Clauses.Where(part => part is not NoneOf).Select(Compile)],
            [.. all.Clauses.OfType<NoneOf>().Select(part => Compile(part.Clause))]),
        NoneOf none => new AllNode([], [Compile(none.Clause)]),
        AnyOf { Clauses: [var only] } => Compile(only),
        AnyOf { IsOneWord: true } word => new AnyNode([.. FormsOf(word)], bestCounts: true),
        AnyOf any => new AnyNode([.. any.Clauses.Select(Compile)], bestCounts: false),
        _ => throw new NotSupportedException(clause.GetType().Name),
    };

    public FormGroup Compile(TermClause term) => Group(term.In, term.Weight, forms =>
    {
        var found = new List<WeightedForm>();
        foreach (var stem in term.Stems)
        {
            foreach (var form in forms.WithStem(stem))
                found.Add(new WeightedForm(form, forms.Words[form].SequenceEqual(term.Exact) ? 1 : ranking.OtherForm));
        }
        return [.. found];
    });

    /// <summary>A word that many documents have is not taken for a typo.</summary>
    private List<Node> FormsOf(AnyOf word)
    {
        var nodes = word.Clauses.Where(form => form is not TypoClause).Select(Compile).ToList();
        var known = nodes.Sum(node => node is FormGroup group ? group.Documents : node is PresenceNode ? catalogue.AllDocuments : 0) * ranking.TypoIsRarer;
        if (known > catalogue.AllDocuments)
            return nodes;
        nodes.AddRange(word.Clauses.OfType<TypoClause>().Select(Compile).Where(group => group.Documents > known));
        return nodes;
    }

    private Node CompileStart(PrefixClause prefix)
    {
        var group = Compile(prefix);
        return prefix.In == Fields.All && group.Documents > catalogue.AllDocuments * ranking.PrefixIsCommon
            ? new PresenceNode(group, ranking.Prefix * Ranking.InverseFrequency(group.Documents, catalogue.AllDocuments))
            : group;
    }

    private FormGroup Compile(PrefixClause prefix) => Group(prefix.In, 1, forms =>
    {
        var (from, to) = forms.Words.StartingWith(prefix.Start);
        var found = new WeightedForm[to - from];
        for (var form = from; form < to; form++)
            found[form - from] = new WeightedForm(form, forms.Words[form].Length == prefix.Start.Length ? 1 : ranking.Prefix);
        return found;
    });

    private FormGroup Compile(TypoClause typo)
    {
        var walk = new TypoWalk(typo.Exact, typo.Typos);
        return Group(typo.In, 1, forms =>
        {
            var found = new List<(int Form, int Typos)>();
            walk.Find(forms.Words, found);
            return [.. found.Select(form => new WeightedForm(form.Form, MathF.Pow(ranking.Typo, form.Typos)))];
        });
    }

    private FormGroup Group(Fields fields, double weight, Func<WordForms, WeightedForm[]> find)
    {
        if (!_weights.TryGetValue(fields, out var weights))
            _weights[fields] = weights = new FieldWeights(ranking, fields, catalogue.AverageLengths);
        var forms = catalogue.Segments.Select(live => find(live.Segment.Forms)).ToArray();
        var frequencies = new long[forms.Length];
        for (var segment = 0; segment < forms.Length; segment++)
        {
            foreach (var (form, _) in forms[segment])
                frequencies[segment] += catalogue.Segments[segment].Segment.Postings.Frequencies[form];
        }
        var most = (ranking.Saturation + 1) * (float)Math.Max(LeastWeight, weight) * Ranking.InverseFrequency(frequencies.Sum(), catalogue.AllDocuments);
        return new FormGroup(forms, frequencies, weights, most, ranking.Saturation);
    }
}
