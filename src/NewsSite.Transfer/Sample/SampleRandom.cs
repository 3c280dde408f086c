namespace NewsSite.Transfer.Sample;

/// <summary>The same numbers for the same seed, thing by thing, so that batches may be made in any order.</summary>
internal static class SampleRandom
{
    public static Random For(int seed, string kind, int index)
    {
        var mixed = unchecked((uint)seed * 2654435761u);
        foreach (var letter in kind)
            mixed = unchecked((mixed ^ letter) * 16777619u);
        return new Random(unchecked((int)((mixed ^ (uint)index) * 2246822519u)));
    }

    /// <summary>An entry of a list of which the first occur far more often than the last, as names and subjects do.</summary>
    public static T Skewed<T>(this Random random, IReadOnlyList<T> list) =>
        list[(int)(list.Count * Math.Pow(random.NextDouble(), 2.2))];
}
