using Microsoft.EntityFrameworkCore;

namespace NewsSite.Platform.Paging;

/// <summary>What a row of a list, newest first, is sorted by.</summary>
public sealed class ListPlace
{
    public required DateTimeOffset At { get; init; }
    public required long Id { get; init; }

    /// <summary>
    /// From where on the page before another lies: what is newer is counted back, so that its address is the one by which the
    /// reader came.
    /// </summary>
    /// <param name="lists">One list, or several that are shown as one.</param>
    /// <param name="before">Where the other page begins; null: with the list.</param>
    public static async Task<ListKey?> NewerAsync(IEnumerable<IQueryable<ListPlace>> lists, ListKey? before, int size, CancellationToken cancel)
    {
        if (before is not { } key)
            return null;
        var places = new List<ListPlace>();
        foreach (var list in lists)
        {
            places.AddRange(await list.Where(place => place.At >= key.At && !(place.At == key.At && place.Id < key.Id))
                .OrderBy(place => place.At).ThenBy(place => place.Id).Take(size + 1).ToListAsync(cancel));
        }
        return places.OrderBy(place => place.At).ThenBy(place => place.Id).Skip(size).FirstOrDefault() is { } newer ? new ListKey(newer.At, newer.Id) : null;
    }
}
