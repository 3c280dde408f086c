namespace NewsSite.Search.Index.Evaluation;

/// <summary>Keeps the best of what it is shown: a heap with the worst of them on top.</summary>
internal sealed class BestFound(int size)
{
    private readonly PriorityQueue<Found, Found> _heap = new(Math.Min(size, 1024), Comparer<Found>.Create((one, other) => Found.BestFirst.Compare(other, one)));

    /// <summary>A lower rank has no chance any more.</summary>
    public double Threshold { get; private set; } = double.NegativeInfinity;

    public void Add(in Found found)
    {
        if (size == 0)
            return;
        if (_heap.Count < size)
            _heap.Enqueue(found, found);
        else if (Found.BestFirst.Compare(found, _heap.Peek()) < 0)
            _heap.EnqueueDequeue(found, found);
        if (_heap.Count == size)
            Threshold = _heap.Peek().Rank;
    }

    /// <summary>The best first.</summary>
    public List<Found> ToList()
    {
        var all = _heap.UnorderedItems.Select(item => item.Element).ToList();
        all.Sort(Found.BestFirst);
        return all;
    }
}
