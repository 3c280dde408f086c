using System.Text.RegularExpressions;
using NewsSite.Platform.Files;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Occupations;

/// <summary>
/// A file of occupations in one language as ESCO publishes them (CSV; esco.ec.europa.eu, download): the concept's address, the
/// preferred label, and other labels with a line end between them. The language stands in the file's name: occupations_nl.csv.
/// </summary>
internal sealed partial class EscoFile(string path)
{
    private const string Concept = "conceptUri";
    private const string Preferred = "preferredLabel";
    private const string Others = "altLabels";
    private const int LongestConcept = 300;

    /// <exception cref="FormatException">The name names no language of the paper.</exception>
    public Language Language { get; } = Language.Find(FileName().Match(Path.GetFileName(path)).Groups["language"].Value.ToLowerInvariant())
        ?? throw new FormatException($"{Path.GetFileName(path)}: the file's name must end in its language, as occupations_en.csv does ({string.Join(", ", Language.All)}; .csv or .csv.gz)");

    /// <summary>The names of each concept, the usual one first, a line each.</summary>
    /// <exception cref="FormatException">The file is not so; the message begins with the file and the line.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancel)
    {
        var names = new Dictionary<string, string>();
        try
        {
            using var reader = TextFile.Open(path);
            await foreach (var row in new CsvReader(reader).RowsAsync([Concept, Preferred, Others], cancel))
            {
                if (row[Concept].Length is 0 or > LongestConcept)
                    throw new FormatException($"line {row.Line}: no conceptUri");
                if (!names.TryAdd(row[Concept], Occupation.Lines([row[Preferred], .. row[Others].Split('\n')])))
                    throw new FormatException($"line {row.Line}: {row[Concept]} stands there twice");
            }
        }
        catch (Exception problem) when (problem is FormatException or InvalidDataException)
        {
            throw new FormatException($"{Path.GetFileName(path)}, {problem.Message}", problem);
        }
        return names;
    }

    [GeneratedRegex(@"(^|[_.\-])(?<language>[a-z]{2})\.csv(\.gz)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
