using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Site;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Html;

namespace NewsSite.Transfer.Wordpress.Pages;

/// <summary>Writes pages as static pages. Nested ones lie flat here; what readers do not see there is unpublished here.</summary>
internal sealed class PageImport(NewsDb db, PaperClock clock, Redirects redirects, ImportRun run)
{
    private const string Kind = "page";
    private const string Plural = "pages";

    public async Task WriteAsync(IReadOnlyList<WxrItem> batch)
    {
        var report = new ImportReport();
        await using var write = await db.BeginWriteAsync(run.Cancel);
        var known = await run.Imported.FindAsync(Kind, [.. batch.Select(ItemText.Id)], run.Cancel);
        var targets = known.Values.Select(item => item.TargetId).ToList();
        var here = await db.Set<StaticPage>().Where(page => targets.Contains(page.Id)).ToDictionaryAsync(page => page.Id, run.Cancel);
        var slugs = await db.Set<StaticPage>().Where(page => page.Language == run.Language.Code).Select(page => page.Slug).ToHashSetAsync(run.Cancel);
        var added = new List<(WxrItem Item, string Fingerprint, StaticPage Page)>();
        foreach (var item in batch.DistinctBy(ItemText.Id))
        {
            var fingerprint = ItemText.FingerprintOf(item);
            var before = known.GetValueOrDefault(ItemText.Id(item));
            if (before?.Fingerprint == fingerprint)
                report.Count(Plural, new ImportTally { Unchanged = 1 });
            else if (before is not null)
                Follow(item, fingerprint, before, here.GetValueOrDefault(before.TargetId), report);
            else if (item.Status is "trash" or "auto-draft")
                Skip(report);
            else
                added.Add((item, fingerprint, Add(item, slugs, report)));
        }
        await db.SaveChangesAsync(run.Cancel);
        foreach (var (item, fingerprint, page) in added)
        {
            run.Imported.Remember(Kind, ItemText.Id(item), new ImportTarget(Kind, page.Id, page.Version), fingerprint);
            foreach (var old in ItemText.OldAddresses(item, run))
                redirects.Add(old, new RedirectTarget(Kind, page.Id));
        }
        await redirects.WriteAsync(report, run.Cancel);
        await write.CommitAsync(run.Cancel);
        db.ChangeTracker.Clear();
        run.Report.Merge(report);
    }

    private static void Skip(ImportReport report)
    {
        report.Count(Plural, new ImportTally { Skipped = 1 });
        report.Note("Left out", "pages in the bin");
    }

    private StaticPage Add(WxrItem item, HashSet<string> slugs, ImportReport report)
    {
        var (title, body) = Convert(item, report);
        var page = new StaticPage
        {
            Slug = Unused(ItemText.SlugOf(item) ?? Slug.From(title), slugs),
            Language = run.Language.Code,
            Title = title,
            ModifiedAt = clock.Now,
        };
        Settle(page, item, (title, body), report);
        db.Add(page);
        report.Count(Plural, new ImportTally { New = 1 });
        return page;
    }

    private void Follow(WxrItem item, string fingerprint, ImportedItem before, StaticPage? page, ImportReport report)
    {
        if (page is null || page.Version != before.TargetVersion)
        {
            report.Count(Plural, new ImportTally { Kept = 1 });
            report.Note("Kept, because it was changed here since the last import", page is null ? "page that was removed here" : "page", item.Title);
            return;
        }
        Settle(page, item, Convert(item, report), report);
        before.Fingerprint = fingerprint;
        before.TargetVersion = page.Version;
        report.Count(Plural, new ImportTally { Updated = 1 });
    }

    private void Settle(StaticPage page, WxrItem item, (string Title, BlockDocument Body) text, ImportReport report)
    {
        page.Title = text.Title;
        page.Body = text.Body;
        page.Position = item.MenuOrder;
        page.IsPublished = item.Status is "publish" or "" && !item.HasPassword;
        page.ModifiedAt = clock.Now;
        page.Version++;
        db.Note(page);
        if (!page.IsPublished)
            report.Note("Pages that readers do not see", item.HasPassword ? "password-protected there" : item.Status, text.Title);
    }

    /// <summary>The featured picture stands above the text, unless it is in it already.</summary>
    private (string Title, BlockDocument Body) Convert(WxrItem item, ImportReport report)
    {
        var notes = new ConversionNotes();
        var body = HtmlToBlocks.Convert(run.Html(item), notes);
        var title = ItemText.Title(item, body, report);
        ImportRun.Note(report, notes, title);
        if (long.TryParse(item.Field(WxrFields.Thumbnail), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && run.Attachments.Find(id, []) is { } picture && !body.Pictures().Contains(picture))
            body = BlockDocument.Of([new Block("picture").With("media", picture), .. body.Root.Content]);
        return (title, body);
    }

    private static string Unused(string slug, HashSet<string> slugs)
    {
        var free = slug;
        for (var number = 2; !slugs.Add(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{slug[..Math.Min(slug.Length, Slug.MaxLength - 8)].TrimEnd('-')}-{number}");
        return free;
    }
}
