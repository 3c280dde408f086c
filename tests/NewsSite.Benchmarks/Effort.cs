namespace NewsSite.Benchmarks;

/// <summary>How long to measure. Values are medians over rounds in which the things compared take turns.</summary>
internal sealed record Effort
{
    public static readonly Effort Full = new() { Rounds = 5, Seconds = 3, WarmUpSeconds = 25, Starts = 5, Articles = 100_000, Jobs = 20_000 };
    public static readonly Effort Quick = new() { Rounds = 3, Seconds = 1, WarmUpSeconds = 10, Starts = 2, Articles = 10_000, Jobs = 2_000 };

    public required int Rounds { get; init; }
    public required int Seconds { get; init; }

    /// <summary>Under load, until the runtime has compiled what is hot for the last time.</summary>
    public required int WarmUpSeconds { get; init; }
    public required int Starts { get; init; }

    /// <summary>Of the large paper; the small one has 1,000 articles and 200 jobs.</summary>
    public required int Articles { get; init; }
    public required int Jobs { get; init; }
}
