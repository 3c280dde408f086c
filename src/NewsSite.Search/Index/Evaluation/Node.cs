namespace NewsSite.Search.Index.Evaluation;

/// <summary>
/// A clause with the vocabulary of every segment looked up, ready to run. Clauses run one after the other over all of a segment's
/// documents that are left (sets against postings, the rarest first: Culpepper and Moffat 2010), since totals and facet counts need
/// every document anyway, rather than document by document. Deleted documents are still among those found.
/// </summary>
internal abstract class Node
{
    /// <summary>About how many postings it takes to find its documents in that segment.</summary>
    public abstract long CostIn(int segment);

    /// <summary>Finds its documents.</summary>
    public abstract void Produce(SegmentScan scan, Candidates found);

    /// <summary>Drops the candidates that are not its documents, and adds to the others' scores.</summary>
    public abstract void Restrict(SegmentScan scan, Candidates candidates);
}

/// <summary>Every document.</summary>
internal sealed class EveryDocument : Node
{
    public override long CostIn(int segment) => long.MaxValue;

    public override void Produce(SegmentScan scan, Candidates found)
    {
        var (documents, scores) = found.Room(scan.Count);
        for (var document = 0; document < scan.Count; document++)
            documents[document] = document;
        scores.AsSpan(0, scan.Count).Clear();
        found.Take(scan.Count);
    }

    public override void Restrict(SegmentScan scan, Candidates candidates)
    {
        // Nothing to drop.
    }
}

/// <summary>No document.</summary>
internal sealed class NoDocument : Node
{
    public override long CostIn(int segment) => 0;

    public override void Produce(SegmentScan scan, Candidates found) => found.Clear();

    public override void Restrict(SegmentScan scan, Candidates candidates) => candidates.Clear();
}

/// <summary>What all of some nodes find and none of others.</summary>
internal sealed class AllNode(IReadOnlyList<Node> nodes, IReadOnlyList<Node> without) : Node
{
    public override long CostIn(int segment) => nodes.Count == 0 ? long.MaxValue : nodes.Min(node => node.CostIn(segment));

    public override void Produce(SegmentScan scan, Candidates found)
    {
        Node first = nodes.Count == 0 ? new EveryDocument() : nodes.MinBy(node => node.CostIn(scan.Number))!;
        first.Produce(scan, found);
        RestrictTo(nodes.Where(node => node != first), scan, found);
    }

    public override void Restrict(SegmentScan scan, Candidates candidates) => RestrictTo(nodes, scan, candidates);

    private void RestrictTo(IEnumerable<Node> others, SegmentScan scan, Candidates candidates)
    {
        foreach (var node in others.OrderBy(node => node.CostIn(scan.Number)))
        {
            if (candidates.Count == 0)
                return;
            node.Restrict(scan, candidates);
        }
        foreach (var node in without)
        {
            var removed = scan.Workspace.TakeCandidates();
            removed.CopyDocumentsOf(candidates);
            node.Restrict(scan, removed);
            candidates.Remove(removed);
            scan.Workspace.Return(removed);
        }
    }
}

/// <summary>What any of some nodes finds.</summary>
/// <param name="bestCounts">The best score counts; else their sum.</param>
internal sealed class AnyNode(IReadOnlyList<Node> nodes, bool bestCounts) : Node
{
    /// <summary>What is found without a score still has to be told from what is not found.</summary>
    private const float Least = 1e-6f;

    public override long CostIn(int segment) => nodes.Aggregate(0L, (sum, node) => Math.Min(int.MaxValue, sum + Math.Min(int.MaxValue, node.CostIn(segment))));

    public override void Produce(SegmentScan scan, Candidates found)
    {
        var sums = scan.Workspace.TakeAccumulator(scan.Count);
        foreach (var node in nodes)
        {
            node.Produce(scan, found);
            for (var index = 0; index < found.Count; index++)
            {
                var score = Math.Max(Least, found.Scores[index]);
                if (bestCounts)
                    sums.Raise(found.Documents[index], score);
                else
                    sums.Add(found.Documents[index], score);
            }
        }
        sums.MoveTo(found, scan.Count);
        scan.Workspace.Return(sums);
    }

    public override void Restrict(SegmentScan scan, Candidates candidates)
    {
        var all = new float[candidates.Count];
        var some = scan.Workspace.TakeCandidates();
        foreach (var node in nodes)
        {
            some.CopyDocumentsOf(candidates);
            node.Restrict(scan, some);
            var place = 0;
            for (var index = 0; index < some.Count; index++)
            {
                while (candidates.Documents[place] < some.Documents[index])
                    place++;
                var score = Math.Max(Least, some.Scores[index]);
                all[place] = bestCounts ? Math.Max(all[place], score) : all[place] + score;
            }
        }
        scan.Workspace.Return(some);
        candidates.KeepAndAdd(all);
    }
}
