using System.Numerics;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>A sum for each document of a segment, and a bit for those that have one; clean again after each use.</summary>
internal sealed class Accumulator
{
    private float[] _sums = [];
    private ulong[] _touched = [];

    public void Reserve(int documents)
    {
        if (documents <= _sums.Length)
            return;
        _sums = new float[documents];
        _touched = new ulong[(documents + 63) >> 6];
    }

    /// <summary>To be set from outside, and to be left clean.</summary>
    public Span<ulong> Bits => _touched;

    public void Add(int document, float amount)
    {
        _sums[document] += amount;
        _touched[document >> 6] |= 1UL << document;
    }

    public void Raise(int document, float amount)
    {
        _sums[document] = Math.Max(_sums[document], amount);
        _touched[document >> 6] |= 1UL << document;
    }

    /// <summary>Moves everything that was touched and is above 0 to the candidates.</summary>
    public void MoveTo(Candidates candidates, int documents)
    {
        candidates.Clear();
        var words = _touched.AsSpan(0, (documents + 63) >> 6);
        for (var word = 0; word < words.Length; word++)
        {
            for (var bits = words[word]; bits != 0; bits &= bits - 1)
            {
                var document = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (_sums[document] > 0)
                    candidates.Add(document, _sums[document]);
                _sums[document] = 0;
            }
            words[word] = 0;
        }
    }

    /// <summary>Moves everything of which the bit is set to the candidates, with that score.</summary>
    public void MoveBitsTo(Candidates candidates, int documents, float score)
    {
        candidates.Clear();
        var words = _touched.AsSpan(0, (documents + 63) >> 6);
        for (var word = 0; word < words.Length; word++)
        {
            for (var bits = words[word]; bits != 0; bits &= bits - 1)
                candidates.Add((word << 6) + BitOperations.TrailingZeroCount(bits), score);
            words[word] = 0;
        }
    }
}
