using System.Globalization;

namespace NewsSite.Benchmarks.Search;

internal sealed record SearchOptions
{
    /// <summary>Where the sample is made, and kept for the next run if it was named.</summary>
    public required string Folder { get; init; }

    /// <summary>cranfield and medline; left out where they are not.</summary>
    public required string Relevance { get; init; }

    /// <summary>LuceneFwd.java and Common.java; compared with nothing where they are not.</summary>
    public required string Yardsticks { get; init; }

    public int Articles { get; init; } = 100_000;
    public int Jobs { get; init; } = 20_000;
    public bool RelevanceOnly { get; init; }

    /// <exception cref="FormatException">An option is unknown or lacks its value.</exception>
    public static SearchOptions Parse(IReadOnlyList<string> options, Workplace workplace)
    {
        var shared = Path.Combine(Workplace.Repository, "..", "shared");
        var parsed = new SearchOptions
        {
            Folder = workplace.NewFolder("search"),
            Relevance = Path.Combine(shared, "data", "relevance"),
            Yardsticks = Path.Combine(shared, "yardsticks"),
        };
        for (var place = 0; place < options.Count; place++)
        {
            var name = options[place];
            if (name == "--relevance-only")
            {
                parsed = parsed with { RelevanceOnly = true };
                continue;
            }
            var value = ++place < options.Count ? options[place] : throw new FormatException($"{name} lacks its value");
            parsed = name switch
            {
                "--data" => parsed with { Folder = Directory.CreateDirectory(value).FullName },
                "--relevance" => parsed with { Relevance = value },
                "--yardsticks" => parsed with { Yardsticks = value },
                "--articles" => parsed with { Articles = Number(name, value) },
                "--jobs" => parsed with { Jobs = Number(name, value) },
                _ => throw new FormatException($"{name} is not an option of search; see --help"),
            };
        }
        return parsed;
    }

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"{name} takes a number, not '{value}'");
}
