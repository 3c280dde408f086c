using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Places;

/// <summary>
/// The places that the paper brings along: Brussels' municipalities and the larger towns of Belgium, from belgium.csv beside
/// this file, which names its sources. They fill an empty table; an import adds to them.
/// </summary>
public sealed class StartingPlaces(NewsDb db)
{
    private static readonly string[] Columns = ["country", "postal_code", "name", "nl", "fr", "en", "municipality", "inhabitants", "latitude", "longitude"];

    /// <returns>False where there are places already, or another node has just brought them.</returns>
    public async Task<bool> FillAsync(CancellationToken cancel = default)
    {
        if (await db.Set<PostalPlace>().AnyAsync(cancel))
            return false;
        try
        {
            db.AddRange(await ReadAsync(cancel));
            db.Note(PlaceTable.Whole);
            await db.SaveAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsTaken())
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    internal static async Task<List<PostalPlace>> ReadAsync(CancellationToken cancel = default)
    {
        using var reader = new StreamReader(typeof(StartingPlaces).Assembly.GetManifestResourceStream("Places/belgium.csv")!);
        var places = new List<PostalPlace>();
        await foreach (var row in new CsvReader(reader).RowsAsync(Columns, cancel))
        {
            places.Add(new PostalPlace
            {
                Country = row["country"],
                PostalCode = row["postal_code"],
                Name = row["name"],
                Names = Language.All.Aggregate(LocalizedText.Empty, (names, language) => names.With(language, row[language.Code])),
                Municipality = row["municipality"],
                Inhabitants = int.Parse(row["inhabitants"], CultureInfo.InvariantCulture),
                Latitude = double.Parse(row["latitude"], CultureInfo.InvariantCulture),
                Longitude = double.Parse(row["longitude"], CultureInfo.InvariantCulture),
            });
        }
        return places;
    }
}
