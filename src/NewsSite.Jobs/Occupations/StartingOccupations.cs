using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Occupations;

/// <summary>The occupations that the paper brings along, from common.csv beside this file; they fill an empty table.</summary>
public sealed class StartingOccupations(NewsDb db)
{
    /// <summary>What their <see cref="Occupation.Concept"/> begins with.</summary>
    private const string Own = "common:";

    /// <returns>False where there are occupations already, or another node has just brought them.</returns>
    public async Task<bool> FillAsync(CancellationToken cancel = default)
    {
        if (await db.Set<Occupation>().AnyAsync(cancel))
            return false;
        try
        {
            db.AddRange(await ReadAsync(cancel));
            db.Note(OccupationTable.Whole);
            await db.SaveAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsTaken())
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    internal static async Task<List<Occupation>> ReadAsync(CancellationToken cancel = default)
    {
        using var reader = new StreamReader(typeof(StartingOccupations).Assembly.GetManifestResourceStream("Occupations/common.csv")!);
        var occupations = new List<Occupation>();
        await foreach (var row in new CsvReader(reader).RowsAsync(["key", "en", "nl", "fr"], cancel))
        {
            occupations.Add(new Occupation
            {
                Concept = Own + row["key"],
                Names = Language.All.Aggregate(LocalizedText.Empty, (names, language) => names.With(language, Occupation.Lines(row[language.Code].Split('|')))),
            });
        }
        return occupations;
    }
}
