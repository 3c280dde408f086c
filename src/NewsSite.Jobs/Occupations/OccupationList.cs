using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Occupations;

/// <summary>The names of one occupation in all languages.</summary>
public sealed record OccupationNames(long Id, IReadOnlyDictionary<Language, IReadOnlyList<string>> ByLanguage)
{
    public IEnumerable<string> All => ByLanguage.Values.SelectMany(names => names).Distinct(StringComparer.OrdinalIgnoreCase);
}

/// <summary>All occupations in memory. Immutable: after a change another takes its stead.</summary>
public sealed class OccupationList
{
    private OccupationList(IReadOnlyList<OccupationNames> occupations) => Occupations = occupations;

    public IReadOnlyList<OccupationNames> Occupations { get; }

    internal static async Task<OccupationList> ReadAsync(NewsDb db, CancellationToken cancel)
    {
        var rows = await db.Set<Occupation>().AsNoTracking().Where(occupation => !occupation.IsRemoved).OrderBy(occupation => occupation.Id)
            .Select(occupation => new { occupation.Id, occupation.Names }).ToListAsync(cancel);
        return new OccupationList([.. rows.Select(row => new OccupationNames(row.Id, Language.All
            .ToFrozenDictionary(language => language, language => (IReadOnlyList<string>)row.Names.Own(language).Split('\n', StringSplitOptions.RemoveEmptyEntries))))]);
    }
}
