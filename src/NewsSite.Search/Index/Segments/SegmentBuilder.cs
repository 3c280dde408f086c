using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Index.Postings;
using NewsSite.Search.Index.Terms;
using NewsSite.Search.Text;

namespace NewsSite.Search.Index.Segments;

/// <summary>
/// Makes a segment of documents. Every word is noted as it is read; a counting sort by form then brings each form's documents together,
/// still in their order, so that nothing is kept for each form while reading.
/// </summary>
internal sealed class SegmentBuilder(Lexicon lexicon, FacetTable facets)
{
    /// <summary>A place in a document holds its field above so many bits of position.</summary>
    public const int PositionBits = 28;

    /// <summary>Lines stand closer together than the reader puts them, which takes fewer bits; further apart still than the parts of a word.</summary>
    private const int LineGap = 16;

    private const int BodyField = Occurrences.FieldCount - 1;

    private readonly ColumnsBuilder _columns = new(facets);
    private readonly Dictionary<AnalysedWord, int> _known = []; // by reference: words are not compared
    private readonly Dictionary<(string Word, string Stem), int> _numbers = [];
    private readonly List<AnalysedWord> _forms = [];
    private int[] _uses = new int[256];
    private readonly int[] _lengths = new int[Occurrences.FieldCount];
    private Occurrence[] _noted = new Occurrence[4096];
    private int _count;

    /// <summary>How many documents it holds.</summary>
    public int Documents => _columns.Count;

    /// <summary>How many words were noted: what it takes in memory until the segment is made, 12 bytes each.</summary>
    public int Words => _count;

    public void Add(SearchDocument document)
    {
        Array.Clear(_lengths);
        ReadField(0, document.Title, document.Language);
        ReadField(1, document.By, document.Language);
        ReadField(2, document.Lead, document.Language);
        ReadField(3, document.Filed, document.Language);
        ReadField(4, document.Body, document.Language);
        _columns.Add(document, _lengths);
    }

    public Segment ToSegment()
    {
        var starts = new int[_forms.Count + 1];
        for (var form = 0; form < _forms.Count; form++)
            starts[form + 1] = starts[form] + _uses[form];
        var sorted = new Occurrence[_count];
        var next = starts.AsSpan(0, _forms.Count).ToArray();
        foreach (ref readonly var occurrence in _noted.AsSpan(0, _count))
            sorted[next[occurrence.Form]++] = occurrence;

        var order = Enumerable.Range(0, _forms.Count).ToArray();
        Array.Sort(order, (one, other) => string.CompareOrdinal(_forms[one].Exact, _forms[other].Exact) is var byWord and not 0
            ? byWord
            : string.CompareOrdinal(_forms[one].Stem, _forms[other].Stem));
        var forms = new WordFormsBuilder();
        var postings = new FormPostings();
        foreach (var form in order)
        {
            forms.Add(_forms[form].Exact, _forms[form].Stem);
            postings.Count(sorted.AsSpan(starts[form]..starts[form + 1]));
        }
        var writer = postings.StartWriting();
        foreach (var form in order)
            postings.Write(sorted.AsSpan(starts[form]..starts[form + 1]), writer);
        return new Segment(forms.ToForms(), writer.ToStore(), _columns.ToColumns());
    }

    private void ReadField(int field, string text, Language language)
    {
        var (words, position, last) = (0, 0, 0);
        var reader = new WordReader(text);
        while (reader.Read())
        {
            words++;
            position += Math.Min(reader.Position - last, LineGap);
            last = reader.Position;
            Note(lexicon.Analyse(reader.Word, language), field, position);
        }
        _lengths[field] = words;
    }

    /// <summary>Parts stand where they are written: the first at the whole's position, the others behind it.</summary>
    private void Note(AnalysedWord word, int field, int position)
    {
        if (_count == _noted.Length)
            Array.Resize(ref _noted, _count * 2);
        var form = FormOf(word);
        _uses[form]++;
        _noted[_count++] = new Occurrence(form, _columns.Count, (field << PositionBits) | Math.Min(position, Occurrence.LastPosition));
        var parts = word.Parts;
        if (ReferenceEquals(parts, Array.Empty<AnalysedWord>()))
            return; // most have none: not even a look at how many
        for (var part = 0; part < parts.Count; part++)
            Note(parts[part], field, position + part);
    }

    private int FormOf(AnalysedWord word)
    {
        if (_known.TryGetValue(word, out var form))
            return form;
        if (!_numbers.TryGetValue((word.Exact, word.Stem), out form))
        {
            _numbers[(word.Exact, word.Stem)] = form = _forms.Count;
            if (form == _uses.Length)
                Array.Resize(ref _uses, form * 2);
            _forms.Add(word);
        }
        _known[word] = form;
        return form;
    }

    /// <summary>One word at its place.</summary>
    /// <param name="Place">The field above <see cref="PositionBits"/> of position, so that places sort by field and position.</param>
    private readonly record struct Occurrence(int Form, int Document, int Place)
    {
        public const int LastPosition = (1 << PositionBits) - 1;

        public int Field => Place >> PositionBits;

        public int Position => Place & LastPosition;
    }

    /// <summary>Puts the occurrences of each form together by document: first only to see how often which counts occur, then to write.</summary>
    private sealed class FormPostings
    {
        private readonly Dictionary<Occurrences, int> _numbers = [];
        private readonly List<Occurrences> _all = [];
        private readonly List<int> _uses = [];
        private readonly List<int> _postings = [];

        /// <summary>Of so many occurrences in the body only, the number and one; 0: none yet.</summary>
        private readonly int[] _inBody = new int[64];
        private int[] _renumbered = [];
        private int[] _deltas = new int[64];
        private int _written;

        public void Count(ReadOnlySpan<Occurrence> form)
        {
            while (form.Length > 0)
            {
                var length = LengthOfPosting(form);
                // Fields are noted in their order: what begins in the body stands nowhere else, as most does.
                var number = form[0].Field == BodyField ? NumberInBody(length) : NumberOf(Counted(form[..length]));
                _uses[number]++;
                _postings.Add(number);
                form = form[length..];
            }
        }

        private int NumberInBody(int count)
        {
            if (count >= _inBody.Length)
                return NumberOf(new Occurrences { Body = count });
            if (_inBody[count] == 0)
                _inBody[count] = NumberOf(new Occurrences { Body = count }) + 1;
            return _inBody[count] - 1;
        }

        private static Occurrences Counted(ReadOnlySpan<Occurrence> posting)
        {
            var counts = new Occurrences();
            foreach (var occurrence in posting)
                counts = counts.With(occurrence.Field);
            return counts;
        }

        private int NumberOf(Occurrences counts)
        {
            if (!_numbers.TryGetValue(counts, out var number))
            {
                _numbers[counts] = number = _all.Count;
                _all.Add(counts);
                _uses.Add(0);
            }
            return number;
        }

        public PostingsWriter StartWriting()
        {
            (var table, _renumbered) = OccurrenceTable.Of(_all, _uses);
            return new PostingsWriter(table);
        }

        public void Write(Span<Occurrence> form, PostingsWriter writer)
        {
            while (form.Length > 0)
            {
                var length = LengthOfPosting(form);
                writer.Add(form[0].Document, _renumbered[_postings[_written++]], DeltasOf(form[..length]));
                form = form[length..];
            }
            writer.EndForm();
        }

        private static int LengthOfPosting(ReadOnlySpan<Occurrence> form)
        {
            var length = 1;
            while (length < form.Length && form[length].Document == form[0].Document)
                length++;
            return length;
        }

        private ReadOnlySpan<int> DeltasOf(Span<Occurrence> posting)
        {
            if (posting.Length > _deltas.Length)
                _deltas = new int[posting.Length * 2];
            var isSorted = true;
            for (var index = 1; index < posting.Length; index++)
                isSorted &= posting[index - 1].Place <= posting[index].Place;
            if (!isSorted) // a compound's third part stands behind the next word, but was noted before it
                posting.Sort((one, other) => one.Place.CompareTo(other.Place));
            for (var index = 0; index < posting.Length; index++)
            {
                var isSameField = index > 0 && posting[index - 1].Field == posting[index].Field;
                _deltas[index] = posting[index].Position - (isSameField ? posting[index - 1].Position : 0);
            }
            return _deltas.AsSpan(0, posting.Length);
        }
    }
}
