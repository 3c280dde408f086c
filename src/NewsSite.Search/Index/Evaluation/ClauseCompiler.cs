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
    private readonly Postings.PostingStore[] _stores = [.. catalogue.Segments.Select(live => live.Segment.Postings)];

    public Node Compile(Clause clause) => clause switch
    {
        TermClause term => Compile(term),
        PhraseClause { Words.Count: 0 } => new NoDocument(),
        PhraseClause { Words: [var word] } => Compile(word),
        PhraseClause phrase => new PhraseNode([.. phrase.Words.Select(Compile)]),
        PrefixClause prefix => Compile(prefix),
        TypoClause typo => Compile(typo),
        AllOf all => new AllNode(
            [.. all.Clauses.Where(part => part is not NoneOf).Select(Compile)],
            [.. all.Clauses.OfType<NoneOf>().Select(part => Compile(part.Clause))]),
        NoneOf none => new AllNode([], [Compile(none.Clause)]),
        AnyOf { Clauses: [var only] } => Compile(only),
        AnyOf any => new AnyNode([.. any.Clauses.Select(Compile)], any.IsOneWord),
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
        long documents = 0;
        for (var segment = 0; segment < forms.Length; segment++)
            documents += forms[segment].Sum(form => _stores[segment].Frequencies[form.Form]);
        var most = ranking.Saturation + 1;
        return new FormGroup(forms, weights, (float)Math.Max(LeastWeight, weight) * most * Ranking.InverseFrequency(documents, catalogue.AllDocuments), ranking.Saturation)
            .WithCosts(_stores);
    }
}
