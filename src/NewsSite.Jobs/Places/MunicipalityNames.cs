using System.Globalization;
using NewsSite.Platform.Files;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Places;

/// <summary>A municipality with its names in the country's languages.</summary>
internal sealed record Municipality(string Dutch, string French)
{
    /// <summary>In both languages; empty or 0 where it lies in none, as Brussels does.</summary>
    public required IReadOnlyList<string> Provinces { get; init; }
    public required IReadOnlyList<string> Regions { get; init; }
    public required int Inhabitants { get; init; }

    public LocalizedText Names(LocalizedText before) => before.With(Language.Dutch, Dutch).With(Language.French, French);
}

/// <summary>
/// A table of municipalities with Dutch and French names, to name the places of a GeoNames file in both. It is joined by name
/// and province: postal codes in such tables are those of any village of the municipality.
/// </summary>
internal sealed class MunicipalityNames
{
    private readonly Dictionary<string, List<Municipality>> _byName = [];

    private MunicipalityNames()
    {
    }

    public static async Task<MunicipalityNames> ReadAsync(string path, CancellationToken cancel)
    {
        var names = new MunicipalityNames();
        try
        {
            using var reader = TextFile.Open(path);
            await foreach (var row in new CsvReader(reader).RowsAsync(["municipality_NL", "municipality_FR"], cancel))
                names.Add(row);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"{Path.GetFileName(path)}, {problem.Message}", problem);
        }
        return names;
    }

    /// <summary>The municipality to which a place gives its name.</summary>
    public Municipality? Of(GeoNamesLine place) =>
        _byName.GetValueOrDefault(PlaceName.Fold(place.Name))?.Find(municipality => Lies(municipality, place));

    private static bool Lies(Municipality municipality, GeoNamesLine place)
    {
        var provinces = municipality.Provinces.Where(name => name is not ("" or "0")).Select(PlaceName.Fold).ToList();
        if (provinces.Count > 0)
            return provinces.Contains(PlaceName.Fold(place.Province));
        var region = PlaceName.Fold(place.Region);
        var regions = municipality.Regions.Where(name => name is not ("" or "0")).Select(PlaceName.Fold).ToList();
        return regions.Count == 0 || (region.Length > 0 && regions.Exists(name => name.Contains(region, StringComparison.Ordinal)));
    }

    private void Add(CsvRow row)
    {
        var (dutch, french) = (Name(row["municipality_NL"]), Name(row["municipality_FR"]));
        if (dutch.Length == 0 || french.Length == 0)
            throw new FormatException($"line {row.Line}: both names are needed");
        var inhabitants = 0;
        if (row["inhabitants"] is { Length: > 0 } count && !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out inhabitants))
            throw new FormatException($"line {row.Line}: '{count}' is no number of inhabitants");
        var municipality = new Municipality(dutch, french)
        {
            Provinces = [row["province_NL"], row["province_FR"]],
            Regions = [row["region_NL"], row["region_FR"]],
            Inhabitants = inhabitants,
        };
        foreach (var name in new[] { dutch, french }.Select(PlaceName.Fold).Distinct())
        {
            if (_byName.TryGetValue(name, out var known))
                known.Add(municipality);
            else
                _byName.Add(name, [municipality]);
        }
    }

    /// <summary>Statbel writes ’s Gravenbrakel; the hyphen belongs to it.</summary>
    private static string Name(string name) => name.StartsWith("’s ", StringComparison.Ordinal) ? "’s-" + name[3..] : name;
}
