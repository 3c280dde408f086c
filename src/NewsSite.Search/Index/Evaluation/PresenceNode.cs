namespace NewsSite.Search.Index.Evaluation;

/// <summary>
/// Forms of which it only counts that any of them is there: those with a short prefix stand in so many documents that how often says
/// nothing (Lucene's constant score for prefixes). Only for all fields, since only documents are read.
/// </summary>
internal sealed class PresenceNode(FormGroup group, float score) : Node
{
    public override long CostIn(int segment) => group.CostIn(segment);

    public override void Produce(SegmentScan scan, Candidates found)
    {
        var accumulator = scan.Workspace.TakeAccumulator(scan.Count);
        SetBits(accumulator.Bits, scan);
        accumulator.MoveBitsTo(found, scan.Count, score);
        scan.Workspace.Return(accumulator);
    }

    public override void Restrict(SegmentScan scan, Candidates candidates)
    {
        var accumulator = scan.Workspace.TakeAccumulator(scan.Count);
        var bits = accumulator.Bits;
        SetBits(bits, scan);
        var (documents, scores) = candidates.Room(candidates.Count);
        var kept = 0;
        for (var index = 0; index < candidates.Count; index++)
        {
            documents[kept] = documents[index];
            scores[kept] = scores[index] + score;
            kept += (int)(bits[documents[index] >> 6] >> documents[index]) & 1;
        }
        candidates.Take(kept);
        bits.Clear();
        scan.Workspace.Return(accumulator);
    }

    private void SetBits(Span<ulong> bits, SegmentScan scan)
    {
        var store = scan.Reader.Store;
        foreach (var (form, _) in group.FormsIn(scan.Number))
        {
            for (var block = store.FirstBlock[form]; block < store.FirstBlock[form + 1]; block++)
                scan.Reader.AddTo(bits, form, block);
        }
    }
}
