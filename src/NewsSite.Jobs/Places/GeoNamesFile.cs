using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NewsSite.Platform.Files;

namespace NewsSite.Jobs.Places;

/// <summary>A line of a postal code file of GeoNames.</summary>
internal sealed record GeoNamesLine(int Number, string Country, string PostalCode, string Name)
{
    /// <summary>The first level of its country, by name; in Belgium the region.</summary>
    public required string Region { get; init; }

    /// <summary>The second level, by name.</summary>
    public required string Province { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }
}

/// <summary>
/// Reads postal code files as GeoNames publishes them (download.geonames.org/export/zip, readme.txt there): UTF-8, separated by
/// tabs, twelve columns: country, postal code, place, three levels of administration with name and code, latitude, longitude, accuracy.
/// </summary>
internal static class GeoNamesFile
{
    private const int Columns = 12;
    private const int LongestCode = 20;
    private const int LongestName = 180;

    /// <exception cref="FormatException">A line is not so; the message begins with the file and the line.</exception>
    public static async IAsyncEnumerable<GeoNamesLine> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var reader = TextFile.Open(path);
        for (var number = 1; await LineAsync(reader, path, number, cancel) is { } line; number++)
        {
            if (line.Length > 0)
                yield return Parse(line, number, problem => Problem(path, number, problem));
        }
    }

    private static async ValueTask<string?> LineAsync(StreamReader reader, string path, int number, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadLineAsync(cancel);
        }
        catch (DecoderFallbackException broken)
        {
            throw Problem(path, number, "not UTF-8", broken);
        }
        catch (InvalidDataException broken)
        {
            throw Problem(path, number, broken.Message, broken);
        }
    }

    private static GeoNamesLine Parse(string line, int number, Func<string, FormatException> problem)
    {
        var cells = line.Split('\t');
        if (cells.Length != Columns)
            throw problem($"{cells.Length} columns, where GeoNames' postal code files have {Columns} separated by tabs");
        var (country, code, name) = (cells[0].Trim(), cells[1].Trim(), cells[2].Trim());
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
            throw problem($"'{country}' is no country (ISO 3166, two capital letters)");
        if (code.Length is 0 or > LongestCode)
            throw problem($"the postal code has {code.Length} characters; 1 to {LongestCode} are meant");
        if (name.Length is 0 or > LongestName)
            throw problem($"the place's name has {name.Length} characters; 1 to {LongestName} are meant");
        return new GeoNamesLine(number, country, code, name)
        {
            Region = cells[3].Trim(),
            Province = cells[5].Trim(),
            Latitude = Degrees(cells[9], "latitude", 90, problem),
            Longitude = Degrees(cells[10], "longitude", 180, problem),
        };
    }

    private static double Degrees(string text, string what, double most, Func<string, FormatException> problem) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most
            ? degrees
            : throw problem($"'{text}' is no {what}");

    private static FormatException Problem(string path, int number, string problem, Exception? cause = null) =>
        new($"{Path.GetFileName(path)}, line {number}: {problem}", cause);
}
