using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Html;

namespace NewsSite.Transfer.Wordpress.Media;

/// <summary>Brings pictures into the media library, and hands on the files that are none.</summary>
/// <param name="renditions">Null: without files, which a later run can bring.</param>
internal sealed class MediaImport(NewsDb db, PaperClock clock, Redirects redirects, Renditions? renditions, DownloadImport downloads, ImportRun run)
{
    private const string Kind = "media";
    private const string Plural = "pictures";

    private static readonly HashSet<string> Extensions = new(["jpg", "jpeg", "jpe", "png", "gif", "webp"], StringComparer.OrdinalIgnoreCase);

    public async Task WriteAsync(IReadOnlyList<WxrItem> batch)
    {
        var report = new ImportReport();
        var pictures = batch.Where(IsPicture).ToList();
        await downloads.WriteAsync([.. batch.Where(item => !IsPicture(item))], report);
        var ids = pictures.ConvertAll(item => ItemText.Id(item));
        var imported = await run.Imported.FindAsync(Kind, ids, run.Cancel);
        var targets = imported.Values.Select(item => item.TargetId).ToList();
        var here = await db.Set<MediaItem>().Where(media => targets.Contains(media.Id)).ToDictionaryAsync(media => media.Id, run.Cancel);
        var pairs = new List<(WxrItem There, MediaItem Here)>();
        var added = new List<(WxrItem There, MediaItem Here)>();
        foreach (var item in pictures)
        {
            if (!imported.TryGetValue(ItemText.Id(item), out var known))
            {
                var media = Make(item);
                added.Add((item, media));
                pairs.Add((item, media));
                report.Count(Plural, new ImportTally { New = 1 });
            }
            else if (here.TryGetValue(known.TargetId, out var media))
            {
                Follow(item, known, media, report);
                pairs.Add((item, media));
            }
            else
            {
                report.Count(Plural, new ImportTally { Kept = 1 });
            }
        }
        await TakeFilesAsync(pairs, report);
        await SaveAsync(added, pairs, report);
        run.Report.Merge(report);
    }

    /// <summary>Files are written before the rows that name them, and outside the transaction.</summary>
    private async Task TakeFilesAsync(List<(WxrItem There, MediaItem Here)> pairs, ImportReport report)
    {
        foreach (var (there, here) in pairs.Where(pair => pair.Here.Renditions.Count == 0))
        {
            if (renditions is not null)
                (here.Renditions, here.LacksSizes) = await renditions.TakeAsync(UploadOf(there), report, run.Cancel);
            if (here.Renditions.Count == 0)
                report.Note("Pictures whose file is still awaited", renditions is null ? "run again with --media and the old site's folder of uploads" : "not found under --media: " + UploadOf(there), TitleOf(there));
            else
                db.Note(here);
        }
    }

    private async Task SaveAsync(List<(WxrItem There, MediaItem Here)> added, List<(WxrItem There, MediaItem Here)> pairs, ImportReport report)
    {
        await using var write = await db.BeginWriteAsync(run.Cancel);
        db.AddRange(added.Select(pair => pair.Here));
        await db.SaveChangesAsync(run.Cancel);
        foreach (var (there, here) in added)
            run.Imported.Remember(Kind, ItemText.Id(there), new ImportTarget(Kind, here.Id, State(here)), FingerprintOf(there));
        foreach (var (there, here) in pairs)
        {
            run.Attachments.Add(new Attachment(there.Id, there.Parent, here.Id, there.AttachmentUrl, there.Link), Attachments.PathOf(PathOf(there)));
            if (here.Renditions.Count == 0)
                continue;
            run.Attachments.Bring(there.AttachmentUrl);
            redirects.Add(run.OldAddress(there.AttachmentUrl), new RedirectTarget("", 0, here.Renditions[^1].Address));
        }
        await redirects.WriteAsync(report, run.Cancel);
        await write.CommitAsync(run.Cancel);
        db.ChangeTracker.Clear();
    }

    private MediaItem Make(WxrItem item)
    {
        var media = new MediaItem
        {
            FileName = HtmlText.Cut(Path.GetFileName(UploadOf(item)), 200),
            SourceUrl = item.AttachmentUrl,
            CreatedAt = Microseconds.Cut(WxrDates.Published(item, clock) ?? clock.Now),
        };
        Describe(media, item);
        return media;
    }

    private void Describe(MediaItem media, WxrItem item)
    {
        media.Alt = new LocalizedText(run.Language, HtmlText.Cut(HtmlText.OneLine(item.Field(WxrFields.Alt)), 500));
        media.Caption = new LocalizedText(run.Language, HtmlText.Cut(HtmlText.OneLine(item.Excerpt), 1000));
    }

    private void Follow(WxrItem item, ImportedItem known, MediaItem media, ImportReport report)
    {
        var fingerprint = FingerprintOf(item);
        if (known.Fingerprint == fingerprint)
        {
            report.Count(Plural, new ImportTally { Unchanged = 1 });
            return;
        }
        if (State(media) != known.TargetVersion)
        {
            report.Count(Plural, new ImportTally { Kept = 1 });
            report.Note("Kept, because it was changed here since the last import", "picture", TitleOf(item));
            return;
        }
        Describe(media, item);
        media.SourceUrl = item.AttachmentUrl;
        known.Fingerprint = fingerprint;
        known.TargetVersion = State(media);
        db.Note(media);
        report.Count(Plural, new ImportTally { Updated = 1 });
    }

    private static bool IsPicture(WxrItem item) => Extensions.Contains(Path.GetExtension(PathOf(item)).TrimStart('.'));

    private static string PathOf(WxrItem item)
    {
        var address = item.AttachmentUrl.Length > 0 ? item.AttachmentUrl : item.Guid;
        var end = address.IndexOfAny(['?', '#']);
        return end < 0 ? address : address[..end];
    }

    /// <summary>The path under the folder of uploads; for sites that keep them elsewhere the whole path.</summary>
    public static string UploadOf(WxrItem item)
    {
        var path = PathOf(item);
        var uploads = path.IndexOf("/uploads/", StringComparison.Ordinal);
        if (uploads >= 0)
            return Uri.UnescapeDataString(path[(uploads + "/uploads/".Length)..]);
        if (item.Field(WxrFields.AttachedFile) is { Length: > 0 } file)
            return file;
        return Uri.TryCreate(path, UriKind.Absolute, out var uri) ? Uri.UnescapeDataString(uri.AbsolutePath).TrimStart('/') : path;
    }

    public static string TitleOf(WxrItem item) => HtmlText.OneLine(item.Title) is { Length: > 0 } title ? title : PathOf(item);

    private static string FingerprintOf(WxrItem item) => Fingerprint.Of([item.AttachmentUrl, item.Field(WxrFields.Alt), item.Excerpt]);

    private static int State(MediaItem media) => Fingerprint.Digest(media.Alt.ToJson(), media.Caption.ToJson());
}
