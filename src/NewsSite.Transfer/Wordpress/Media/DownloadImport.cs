using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Downloads;
using NewsSite.Newsroom.Redirects;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Site;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Html;

namespace NewsSite.Transfer.Wordpress.Media;

/// <summary>Brings the files that are no pictures, such as reports in PDF; old addresses lead to them. Without --media they stay behind.</summary>
/// <param name="folder">Null: without files, which a later run can bring.</param>
internal sealed class DownloadImport(NewsDb db, FileStore files, PaperClock clock, Redirects redirects, MediaFolder? folder, ImportRun run)
{
    private const string Kind = "download";
    private const string Plural = "other files";

    public async Task WriteAsync(IReadOnlyList<WxrItem> batch, ImportReport report)
    {
        var ids = batch.Select(ItemText.Id).ToList();
        var imported = await run.Imported.FindAsync(Kind, ids, run.Cancel);
        var targets = imported.Values.Select(item => item.TargetId).ToList();
        var here = await db.Set<Download>().AsNoTracking().Where(download => targets.Contains(download.Id)).ToDictionaryAsync(download => download.Id, run.Cancel);
        foreach (var item in batch)
        {
            if (imported.TryGetValue(ItemText.Id(item), out var known))
            {
                var isThere = here.TryGetValue(known.TargetId, out var download) && download.File.Length > 0;
                report.Count(Plural, isThere ? new ImportTally { Unchanged = 1 } : new ImportTally { Kept = 1 });
                Add(item, isThere);
            }
            else
            {
                Add(item, await TakeAsync(item, report));
            }
        }
    }

    /// <summary>One file in memory at a time; it is written before the row that names it.</summary>
    private async Task<bool> TakeAsync(WxrItem item, ImportReport report)
    {
        var upload = MediaImport.UploadOf(item);
        var extension = Path.GetExtension(upload).TrimStart('.');
        if (DownloadType.Of(extension) is not { } type)
            return Leave(item, extension.Length > 0 ? $"files of the type .{HtmlText.Fold(extension)}" : "files without a type", report);
        if (folder is null)
            return Leave(item, "run again with --media and the old site's folder of uploads", report);
        if (folder.FindFile(upload) is not { } path)
            return Leave(item, "not found under --media: " + upload, report);
        if (new FileInfo(path).Length > DownloadType.MaxBytes)
            return Leave(item, $"larger than {DownloadType.MaxBytes / 1024 / 1024} MB", report);
        var content = await File.ReadAllBytesAsync(path, run.Cancel);
        if (!type.IsBegunBy(content))
            return Leave(item, $"what is in it is no {type.Extension} file", report);
        await SaveAsync(item, new Download
        {
            Name = NameOf(upload, type),
            File = await files.KeepAsync(content, type.Extension, run.Cancel),
            Size = content.Length,
            SourceUrl = item.AttachmentUrl,
            CreatedAt = Microseconds.Cut(WxrDates.Published(item, clock) ?? clock.Now),
        }, report);
        report.Count(Plural, new ImportTally { New = 1 });
        return true;
    }

    private async Task SaveAsync(WxrItem item, Download download, ImportReport report)
    {
        await using var write = await db.BeginWriteAsync(run.Cancel);
        db.Add(download);
        await db.SaveChangesAsync(run.Cancel);
        run.Imported.Remember(Kind, ItemText.Id(item), new ImportTarget(Kind, download.Id, 0), Fingerprint.Of([item.AttachmentUrl]));
        var target = new RedirectTarget("", 0, OwnPath.Download(download.Id, download.Name));
        redirects.Add(run.OldAddress(item.AttachmentUrl), target);
        redirects.Add(run.OldAddress(item.Link), target);
        await redirects.WriteAsync(report, run.Cancel);
        await write.CommitAsync(run.Cancel);
        db.ChangeTracker.Clear();
    }

    private void Add(WxrItem item, bool isHere)
    {
        run.Attachments.Add(new Attachment(item.Id, item.Parent, null, item.AttachmentUrl, item.Link), null);
        if (isHere)
            run.Attachments.Bring(item.AttachmentUrl);
    }

    private static bool Leave(WxrItem item, string why, ImportReport report)
    {
        report.Note("Files that are no pictures (left on the old site)", why, MediaImport.TitleOf(item));
        return false;
    }

    /// <summary>Letters, digits and a few signs of the old name: it stands in an address and in a header.</summary>
    private static string NameOf(string upload, DownloadType type)
    {
        var name = string.Concat(Path.GetFileNameWithoutExtension(upload).Select(sign => char.IsLetterOrDigit(sign) || sign is '-' or '_' ? sign : '-')).Trim('-');
        return $"{(name.Length == 0 ? "file" : HtmlText.Cut(name, Download.MaxNameLength - 10))}.{type.Extension}";
    }
}
