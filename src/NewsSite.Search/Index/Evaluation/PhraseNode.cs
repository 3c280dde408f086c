namespace NewsSite.Search.Index.Evaluation;

/// <summary>Words that follow each other in one field.</summary>
internal sealed class PhraseNode(IReadOnlyList<FormGroup> words) : Node
{
    private readonly AllNode _all = new(words, []);

    /// <summary>Positions cost more than the documents of a word do.</summary>
    public override long CostIn(int segment) => 2 * words.Min(word => word.CostIn(segment));

    public override void Produce(SegmentScan scan, Candidates found)
    {
        _all.Produce(scan, found);
        KeepPhrases(scan, found);
    }

    public override void Restrict(SegmentScan scan, Candidates candidates)
    {
        _all.Restrict(scan, candidates);
        KeepPhrases(scan, candidates);
    }

    private void KeepPhrases(SegmentScan scan, Candidates candidates)
    {
        var readers = words.Select(word => new PlaceReader(word, scan)).ToArray();
        // The rarest word's places first: fewer beginnings to try.
        var order = Enumerable.Range(0, words.Count).OrderBy(word => words[word].CostIn(scan.Number)).ToArray();
        var starts = new List<int>();
        var (documents, scores) = candidates.Room(candidates.Count);
        var kept = 0;
        for (var index = 0; index < candidates.Count; index++)
        {
            if (!Stands(documents[index], readers, order, starts))
                continue;
            documents[kept] = documents[index];
            scores[kept++] = scores[index];
        }
        candidates.Take(kept);
    }

    /// <param name="starts">Taken for the places at which the phrase may still begin.</param>
    private static bool Stands(int document, PlaceReader[] readers, int[] order, List<int> starts)
    {
        starts.Clear();
        foreach (var place in readers[order[0]].Read(document))
            starts.Add(place - order[0]);
        foreach (var word in order.AsSpan(1))
        {
            if (starts.Count == 0)
                return false;
            var places = readers[word].Read(document);
            var (kept, next) = (0, 0);
            for (var start = 0; start < starts.Count; start++)
            {
                while (next < places.Length && places[next] < starts[start] + word)
                    next++;
                if (next < places.Length && places[next] == starts[start] + word)
                    starts[kept++] = starts[start];
            }
            starts.RemoveRange(kept, starts.Count - kept);
        }
        return starts.Count > 0;
    }
}
