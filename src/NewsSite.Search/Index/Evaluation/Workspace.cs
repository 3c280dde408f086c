namespace NewsSite.Search.Index.Evaluation;

/// <summary>Memory that searches use again, so that one allocates next to nothing; one search has it at a time.</summary>
internal sealed class Workspace
{
    private readonly Stack<Candidates> _candidates = [];
    private readonly Stack<Accumulator> _accumulators = [];
    private float[] _additions = [];

    public Candidates TakeCandidates()
    {
        var candidates = _candidates.Count > 0 ? _candidates.Pop() : new Candidates();
        candidates.Clear();
        return candidates;
    }

    public void Return(Candidates candidates) => _candidates.Push(candidates);

    public Accumulator TakeAccumulator(int documents)
    {
        var accumulator = _accumulators.Count > 0 ? _accumulators.Pop() : new Accumulator();
        accumulator.Reserve(documents);
        return accumulator;
    }

    public void Return(Accumulator accumulator) => _accumulators.Push(accumulator);

    /// <summary>So many zeros, valid until the next call.</summary>
    public Span<float> Zeros(int count)
    {
        if (_additions.Length < count)
            _additions = new float[Math.Max(count, _additions.Length * 2)];
        var zeros = _additions.AsSpan(0, count);
        zeros.Clear();
        return zeros;
    }
}
