using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Downloads;

/// <summary>The files that readers may save: found, listed, taken off the shelf.</summary>
public sealed class DownloadShelf(NewsDb db, HeldFiles files, AuditTrail trail)
{
    /// <summary>Also one that was deleted, so that its address can say so.</summary>
    public Task<Download?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Download>().AsNoTracking().SingleOrDefaultAsync(download => download.Id == id, cancel);

    /// <summary>The newest first.</summary>
    public async Task<ListPage<Download>> PageAsync(int size, long? before = null, CancellationToken cancel = default)
    {
        var downloads = db.Set<Download>().AsNoTracking().Where(download => download.File != "");
        if (before is { } id)
            downloads = downloads.Where(download => download.Id < id);
        return ListPage<Download>.Of(await downloads.OrderByDescending(download => download.Id).Take(size + 1).ToListAsync(cancel), size);
    }

    /// <returns>What was deleted; null: there is no such file, or no more.</returns>
    public async Task<Download?> DeleteAsync(long id, CancellationToken cancel = default)
    {
        string file;
        Download? download;
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            download = await db.Set<Download>().SingleOrDefaultAsync(download => download.Id == id && download.File != "", cancel);
            if (download is null)
                return null;
            file = download.File;
            download.File = "";
            db.Note(download);
            trail.Note(new AuditNote { Verb = "delete", Kind = download.Kind, Id = id, Thing = download.Name });
            await write.CommitAsync(cancel);
        }
        await files.RemoveAsync(file, CancellationToken.None);
        return download;
    }
}

internal sealed class DownloadFiles(NewsDb db) : IFileHolder
{
    public Task<bool> NamesAsync(string file, CancellationToken cancel = default) => db.Set<Download>().AnyAsync(download => download.File == file, cancel);
}
