using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Media;

/// <summary>Pictures of the library by their ids, for those who write.</summary>
public sealed class PictureShelf(NewsDb db)
{
    public async Task<IReadOnlyList<MediaItem>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default) =>
        ids.Count == 0 ? [] : await db.Set<MediaItem>().AsNoTracking().Where(item => ids.Contains(item.Id)).ToListAsync(cancel);
}
