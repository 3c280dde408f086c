using NewsSite.Search.Documents;
using NewsSite.Search.Text;

namespace NewsSite.Search.Queries;

/// <summary>One document's words, by field and position, to check clauses against. What an index finds is measured by this.</summary>
public sealed class DocumentWords
{
    private readonly Dictionary<string, List<Place>> _byStem = [];
    private readonly HashSet<(string Stem, Place Place)> _standing = [];
    private readonly Dictionary<string, Fields> _byExact = [];

    public DocumentWords(SearchDocument document, Lexicon lexicon)
    {
        Read(Fields.Title, document.Title);
        Read(Fields.By, document.By);
        Read(Fields.Lead, document.Lead);
        Read(Fields.Filed, document.Filed);
        Read(Fields.Body, document.Body);

        void Read(Fields field, string text)
        {
            var reader = new WordReader(text);
            while (reader.Read())
            {
                var word = lexicon.Analyse(reader.Word, document.Language);
                Add(word, field, reader.Position);
                for (var i = 0; i < word.Parts.Count; i++)
                    Add(word.Parts[i], field, reader.Position + i);
            }
        }
    }

    public bool Hold(Clause clause) => clause switch
    {
        AllOf all => all.Clauses.All(Hold),
        AnyOf any => any.Clauses.Any(Hold),
        NoneOf none => !Hold(none.Clause),
        TermClause term => PlacesOf(term).Any(),
        PhraseClause phrase => PlacesOf(phrase.Words[0]).Any(first =>
            phrase.Words.Select((word, index) => Stands(word, first with { Position = first.Position + index })).All(stands => stands)),
        PrefixClause prefix => _byExact.Any(word => (word.Value & prefix.In) != Fields.None && word.Key.StartsWith(prefix.Start, StringComparison.Ordinal)),
        TypoClause typo => _byExact.Any(word => (word.Value & typo.In) != Fields.None && Typos.AtMost(typo.Typos, typo.Exact, word.Key)),
        _ => throw new ArgumentException($"No way to check a {clause.GetType().Name}", nameof(clause)),
    };

    private IEnumerable<Place> PlacesOf(TermClause term) =>
        term.Stems.SelectMany(stem => _byStem.GetValueOrDefault(stem) ?? []).Where(place => (place.Field & term.In) != Fields.None);

    private bool Stands(TermClause term, Place place) => (place.Field & term.In) != Fields.None && term.Stems.Any(stem => _standing.Contains((stem, place)));

    private void Add(AnalysedWord word, Fields field, int position)
    {
        if (!_byStem.TryGetValue(word.Stem, out var places))
            _byStem[word.Stem] = places = [];
        places.Add(new Place(field, position));
        _standing.Add((word.Stem, new Place(field, position)));
        _byExact[word.Exact] = _byExact.GetValueOrDefault(word.Exact) | field;
    }

    private readonly record struct Place(Fields Field, int Position);
}
