using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;

namespace NewsSite.Newsroom.Media;

/// <summary>The files of the library. The same file may belong to several pictures: it is kept once.</summary>
internal sealed class MediaFiles(NewsDb db) : IFileHolder
{
    /// <summary>Reads the whole library, so it is only asked when something is deleted.</summary>
    public Task<bool> NamesAsync(string file, CancellationToken cancel = default) =>
        // The lists are stored as JSON text, in which the name of a file stands as it is.
        db.Set<MediaItem>().AnyAsync(item => ((string)(object)item.Renditions).Contains(file) || ((string)(object)item.FormerFiles).Contains(file), cancel);
}
