namespace NewsSite.Benchmarks.Search;

/// <summary>In milliseconds.</summary>
internal sealed record Latencies(double Median, double P99)
{
    public static Latencies Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new Latencies(At(sorted, 0.5), At(sorted, 0.99));
    }

    /// <summary>Of each the least: what other programs on the machine add is left out.</summary>
    public static Latencies Best(IReadOnlyList<Latencies> rounds) => new(rounds.Min(round => round.Median), rounds.Min(round => round.P99));

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Median:F3} / {P99:F3} ms");

    /// <summary>As the yardstick takes it.</summary>
    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(share * sorted.Length))];
}
