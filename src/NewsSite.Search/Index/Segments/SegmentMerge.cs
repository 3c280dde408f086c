using NewsSite.Search.Index.Postings;
using NewsSite.Search.Index.Terms;

namespace NewsSite.Search.Index.Segments;

/// <summary>Makes one segment of several without what was deleted, by reading their dictionaries and postings side by side.</summary>
internal sealed class SegmentMerge
{
    private readonly IReadOnlyList<LiveSegment> _sources;
    private readonly BlockReader[] _readers;

    /// <summary>The new number of each source's documents; -1: deleted.</summary>
    private readonly int[][] _documents;

    /// <summary>The new number of each source's occurrences.</summary>
    private readonly int[][] _numbers;
    private readonly OccurrenceTable _occurrences;
    private readonly ColumnsBuilder _columns;
    private int[] _deltas = new int[64];

    private SegmentMerge(IReadOnlyList<LiveSegment> sources, FacetTable facets)
    {
        _sources = sources;
        _readers = [.. sources.Select(source => new BlockReader(source.Segment.Postings))];
        _columns = new ColumnsBuilder(facets);
        _documents = [.. sources.Select(Renumber)];
        (_occurrences, _numbers) = MergeOccurrences();
    }

    /// <summary>Where the documents of each source went: their new numbers, -1 for those that were deleted.</summary>
    public IReadOnlyList<int[]> Documents => _documents;

    public static (Segment Segment, IReadOnlyList<int[]> Documents) Of(IReadOnlyList<LiveSegment> sources, FacetTable facets)
    {
        var merge = new SegmentMerge(sources, facets);
        return (merge.Run(), merge.Documents);
    }

    private int[] Renumber(LiveSegment source)
    {
        var numbers = new int[source.Segment.Count];
        for (var document = 0; document < numbers.Length; document++)
        {
            if (source.IsDeleted(document))
            {
                numbers[document] = -1;
                continue;
            }
            numbers[document] = _columns.Count;
            _columns.Add(source.Segment.Columns, document);
        }
        return numbers;
    }

    private (OccurrenceTable Table, int[][] Numbers) MergeOccurrences()
    {
        var known = new Dictionary<Occurrences, int>();
        var (all, uses, places) = (new List<Occurrences>(), new List<int>(), new List<int[]>());
        foreach (var table in _sources.Select(source => source.Segment.Postings.Occurrences))
        {
            var place = new int[table.Count];
            for (var number = 0; number < table.Count; number++)
            {
                if (!known.TryGetValue(table[number], out place[number]))
                {
                    known[table[number]] = place[number] = all.Count;
                    all.Add(table[number]);
                    uses.Add(0);
                }
                uses[place[number]] += table.Uses[number];
            }
            places.Add(place);
        }
        var (merged, renumbered) = OccurrenceTable.Of(all, uses);
        return (merged, [.. places.Select(place => Array.ConvertAll(place, number => renumbered[number]))]);
    }

    private Segment Run()
    {
        var forms = new WordFormsBuilder();
        var writer = new PostingsWriter(_occurrences);
        var next = new int[_sources.Count]; // the next form of each source
        var sharing = new List<int>();
        while (FindLeast(next, sharing))
        {
            var written = 0;
            foreach (var source in sharing)
                written += Copy(source, next[source], writer);
            if (written > 0)
            {
                var first = _sources[sharing[0]].Segment.Forms;
                forms.Add(first.Words[next[sharing[0]]], first.StemOf(next[sharing[0]]));
                writer.EndForm();
            }
            foreach (var source in sharing)
                next[source]++;
        }
        return new Segment(forms.ToForms(), writer.ToStore(), _columns.ToColumns());
    }

    /// <summary>Which sources have the least of the next forms.</summary>
    private bool FindLeast(int[] next, List<int> sharing)
    {
        sharing.Clear();
        for (var source = 0; source < next.Length; source++)
        {
            if (next[source] == _sources[source].Segment.Forms.Count)
                continue;
            var order = sharing.Count == 0 ? 0 : Compare(source, next[source], sharing[0], next[sharing[0]]);
            if (order > 0)
                continue;
            if (order < 0)
                sharing.Clear();
            sharing.Add(source);
        }
        return sharing.Count > 0;
    }

    private int Compare(int source, int form, int otherSource, int otherForm)
    {
        var (one, other) = (_sources[source].Segment.Forms, _sources[otherSource].Segment.Forms);
        var byWord = one.Words[form].SequenceCompareTo(other.Words[otherForm]);
        return byWord != 0 ? byWord : one.StemOf(form).SequenceCompareTo(other.StemOf(otherForm));
    }

    private int Copy(int source, int form, PostingsWriter writer)
    {
        var (reader, documents, numbers) = (_readers[source], _documents[source], _numbers[source]);
        var store = reader.Store;
        var totals = store.Occurrences.Totals;
        var written = 0;
        for (var block = store.FirstBlock[form]; block < store.FirstBlock[form + 1]; block++)
        {
            reader.Read(form, block);
            var inBlock = reader.Documents;
            var counts = reader.Numbers;
            for (var index = 0; index < inBlock.Length; index++)
            {
                var document = documents[inBlock[index]];
                if (document < 0)
                    continue;
                var total = totals[counts[index]];
                if (total > _deltas.Length)
                    _deltas = new int[total * 2];
                var deltas = _deltas.AsSpan(0, total);
                reader.ReadPositions(index, deltas);
                writer.Add(document, numbers[counts[index]], deltas);
                written++;
            }
        }
        return written;
    }
}
