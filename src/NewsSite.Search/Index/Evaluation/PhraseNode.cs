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
        var starts = new int[64];
        var (documents, scores) = candidates.Room(candidates.Count);
        var kept = 0;
        for (var index = 0; index < candidates.Count; index++)
        {
            if (!Stands(documents[index], readers, order, ref starts))
                continue;
            documents[kept] = documents[index];
            scores[kept++] = scores[index];
        }
        candidates.Take(kept);
    }

    /// <param name="starts">Taken for the places at which the phrase may still begin.</param>
    private static bool Stands(int document, PlaceReader[] readers, int[] order, ref int[] starts)
    {
        var places = readers[order[0]].Read(document);
        if (places.Length > starts.Length)
            starts = new int[places.Length * 2];
        var count = places.Length;
        for (var place = 0; place < count; place++)
            starts[place] = places[place] - order[0];
        for (var turn = 1; turn < order.Length && count > 0; turn++)
        {
            var word = order[turn];
            if (turn == order.Length - 1)
            {
                foreach (ref var start in starts.AsSpan(0, count))
                    start += word;
                return readers[word].HasOneOf(document, starts.AsSpan(0, count));
            }
            places = readers[word].Read(document);
            var (kept, next) = (0, 0);
            for (var start = 0; start < count; start++)
            {
                var sought = starts[start] + word;
                while (next < places.Length && places[next] < sought)
                    next++;
                if (next == places.Length)
                    break;
                starts[kept] = starts[start];
                kept += places[next] == sought ? 1 : 0;
            }
            count = kept;
        }
        return count > 0;
    }
}
