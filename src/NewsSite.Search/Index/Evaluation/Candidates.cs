namespace NewsSite.Search.Index.Evaluation;

/// <summary>Documents of a segment, rising, and what each has scored so far.</summary>
internal sealed class Candidates
{
    private int[] _documents = new int[1024];
    private float[] _scores = new float[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, Count);

    public Span<float> Scores => _scores.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int document, float score)
    {
        if (Count == _documents.Length)
            Reserve(Count * 2);
        _documents[Count] = document;
        _scores[Count++] = score;
    }

    /// <summary>Room for so many, to be filled directly and then taken over by <see cref="Take"/>.</summary>
    public (int[] Documents, float[] Scores) Room(int size)
    {
        Reserve(size);
        return (_documents, _scores);
    }

    /// <summary>The first so many of the room are the candidates now.</summary>
    public void Take(int count) => Count = count;

    /// <summary>The same documents, scores from 0.</summary>
    public void CopyDocumentsOf(Candidates other)
    {
        Reserve(other.Count);
        other.Documents.CopyTo(_documents);
        Count = other.Count;
        Scores.Clear();
    }

    /// <summary>Keeps those whose addition is above 0, and adds it to their score.</summary>
    public void KeepAndAdd(ReadOnlySpan<float> additions)
    {
        var kept = 0;
        for (var index = 0; index < Count; index++)
        {
            _documents[kept] = _documents[index];
            _scores[kept] = _scores[index] + additions[index];
            kept += additions[index] > 0 ? 1 : 0;
        }
        Count = kept;
    }

    /// <summary>Drops those that are among the others.</summary>
    public void Remove(Candidates others)
    {
        var removed = others.Documents;
        var (kept, next) = (0, 0);
        for (var index = 0; index < Count; index++)
        {
            while (next < removed.Length && removed[next] < _documents[index])
                next++;
            if (next < removed.Length && removed[next] == _documents[index])
                continue;
            _documents[kept] = _documents[index];
            _scores[kept++] = _scores[index];
        }
        Count = kept;
    }

    private void Reserve(int size)
    {
        if (size <= _documents.Length)
            return;
        Array.Resize(ref _documents, size);
        Array.Resize(ref _scores, size);
    }
}
