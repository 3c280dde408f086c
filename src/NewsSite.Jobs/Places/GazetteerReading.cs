using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Search.Documents;

namespace NewsSite.Jobs.Places;

/// <summary>Makes the gazetteer of its table: rows that are one place with several postal codes become one.</summary>
internal static class GazetteerReading
{
    /// <summary>Rows of one name that lie nearer to each other than that are one town; in kilometres.</summary>
    private const double OneTown = 12;

    public static async Task<Gazetteer> ReadAsync(NewsDb db, CancellationToken cancel) =>
        Make(await db.Set<PostalPlace>().AsNoTracking().ToListAsync(cancel));

    public static Gazetteer Make(IEnumerable<PostalPlace> rows)
    {
        var all = rows.OrderBy(row => row.PostalCode, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal).ToList();
        // Villages are filed under the town whose code they share.
        var municipalities = all.Where(row => row.Municipality.Length > 0).DistinctBy(row => (row.Country, row.PostalCode))
            .ToDictionary(row => (row.Country, row.PostalCode), row => row.Municipality);
        return new Gazetteer(all.GroupBy(row => (row.Country, PlaceName.Fold(row.Name))).SelectMany(Towns).Select(town => Town(town, municipalities)));
    }

    private static List<List<PostalPlace>> Towns(IEnumerable<PostalPlace> namesakes)
    {
        var towns = new List<List<PostalPlace>>();
        foreach (var row in namesakes)
        {
            if (towns.Find(town => Point(town[0]).KilometresTo(Point(row)) < OneTown) is { } town)
                town.Add(row);
            else
                towns.Add([row]);
        }
        return towns;
    }

    private static Place Town(List<PostalPlace> rows, Dictionary<(string, string), string> municipalities)
    {
        // The row that was named is the town itself; the others are its quarters.
        var first = rows.MaxBy(row => row.Inhabitants)!;
        var codes = rows.Select(row => row.PostalCode).Distinct().ToList();
        return new Place
        {
            Key = (first.Country == Place.Home ? "" : first.Country.ToLowerInvariant() + "-") + Slug.From($"{codes[0]} {first.Name}"),
            Country = first.Country,
            PostalCodes = codes,
            Name = first.Name,
            Names = first.Names,
            Municipality = first.Municipality.Length > 0 ? first.Municipality : municipalities.GetValueOrDefault((first.Country, first.PostalCode), ""),
            Inhabitants = first.Inhabitants,
            Point = Point(first),
        };
    }

    private static GeoPoint Point(PostalPlace row) => new(row.Latitude, row.Longitude);
}
