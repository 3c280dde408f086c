using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;

namespace NewsSite.Jobs.Occupations;

/// <summary>Where a page of the list ends: the label and the id of its last line.</summary>
public sealed record OccupationKey(string Label, long Id);

/// <summary>What the desk may ask of the occupations.</summary>
public sealed class OccupationSearch(NewsDb db)
{
    /// <summary>Occupations with these letters in any of their names, in the order of their usual ones.</summary>
    public async Task<ListPage<Occupation>> PageAsync(string words, int size, OccupationKey? after = null, CancellationToken cancel = default)
    {
        var occupations = db.Set<Occupation>().AsNoTracking().Where(occupation => !occupation.IsRemoved).Holding((words, occupation => occupation.Words));
        if (after is { } key)
#pragma warning disable CA1309 // Translated to SQL, which compares as it sorts.
            occupations = occupations.Where(occupation => string.Compare(occupation.Label, key.Label) > 0 || (occupation.Label == key.Label && occupation.Id > key.Id));
#pragma warning restore CA1309
        return ListPage<Occupation>.Of(await occupations.OrderBy(occupation => occupation.Label).ThenBy(occupation => occupation.Id).Take(size + 1).ToListAsync(cancel), size);
    }

    public Task<int> CountAsync(CancellationToken cancel = default) => db.Set<Occupation>().CountAsync(occupation => !occupation.IsRemoved, cancel);
}
