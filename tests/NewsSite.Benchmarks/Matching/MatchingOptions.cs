namespace NewsSite.Benchmarks.Matching;

internal sealed record MatchingOptions
{
    /// <summary>Where the searches are unpacked and the yardstick is compiled.</summary>
    public required string Folder { get; init; }

    /// <summary>The percolation set.</summary>
    public required string Data { get; init; }

    /// <summary>OwnMatcher.java and Common.java; compared with nothing where they are not.</summary>
    public required string Yardsticks { get; init; }

    public IReadOnlyList<int> Sizes { get; init; } = [100_000, 1_000_000];

    /// <exception cref="FormatException">An option is unknown or lacks its value.</exception>
    public static MatchingOptions Parse(IReadOnlyList<string> options, Workplace workplace)
    {
        var shared = Path.Combine(Workplace.Repository, "..", "shared");
        var parsed = new MatchingOptions
        {
            Folder = workplace.NewFolder("matching"),
            Data = Path.Combine(shared, "data", "percolate"),
            Yardsticks = Path.Combine(shared, "yardsticks"),
        };
        for (var place = 0; place < options.Count; place++)
        {
            var name = options[place];
            var value = ++place < options.Count ? options[place] : throw new FormatException($"{name} lacks its value");
            parsed = name switch
            {
                "--data" => parsed with { Data = value },
                "--yardsticks" => parsed with { Yardsticks = value },
                "--searches" when value is "10000" or "100000" or "1000000" => parsed with { Sizes = [int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)] },
                "--searches" => throw new FormatException($"--searches takes 10000, 100000 or 1000000, not '{value}'"),
                _ => throw new FormatException($"{name} is not an option of matching; see --help"),
            };
        }
        return parsed;
    }
}
