using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Site;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Articles;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Html;
using NewsSite.Transfer.Wordpress.Jobs;
using NewsSite.Transfer.Wordpress.Media;
using NewsSite.Transfer.Wordpress.Pages;
using NewsSite.Transfer.Wordpress.Terms;

namespace NewsSite.Transfer.Wordpress;

/// <summary>
/// Brings a paper over from a WordPress export. The file is read three times, so that nothing of it must stay in memory: once
/// to its end before anything is written, once for the pictures, once for all that shows them. Each batch is one transaction,
/// so the site serves meanwhile, and a run that was stopped goes on when it is run again.
/// </summary>
public sealed class WordpressImport(NewsDb db, EditorialDesk articles, JobsDesk jobs, FileStore files, PaperClock clock)
{
    private const int BatchSize = 200;

    private const int MaxAttempts = 5;

    private const string BringingTerms = "Bringing sections, tags and authors";

    /// <summary>In characters of content.</summary>
    private const int BatchLength = 8 * 1024 * 1024;

    /// <exception cref="ImportException">The export cannot be read; nothing was imported.</exception>
    public async Task<ImportReport> RunAsync(WordpressImportOptions options, IProgress<ImportProgress> progress, CancellationToken cancel = default)
    {
        var folder = options.MediaFolder is { } path ? new MediaFolder(path) : null;
        var survey = WxrSurvey.Of(options.File, progress, cancel);
        var site = survey.Site.Address;
        var attachments = new Attachments();
        var run = new ImportRun
        {
            Options = options,
            Survey = survey,
            Imported = new ImportedItems(db, site is null ? "wordpress" : site.AbsoluteUri.TrimEnd('/').ToLowerInvariant()),
            Attachments = attachments,
            Links = new OldLinks(site, attachments),
            Progress = progress,
            Cancel = cancel,
        };
        var redirects = new Redirects(db, clock);
        var terms = new TermImport(db, redirects, run);
        var sections = new SectionImport(db, terms, redirects, run);
        progress.Report(new ImportProgress(BringingTerms, 0, 1));
        await sections.RunAsync();
        await terms.TagsAsync();
        await terms.AuthorsAsync();
        progress.Report(new ImportProgress(BringingTerms, 1, 1));

        var downloads = new DownloadImport(db, files, clock, redirects, folder, run);
        var media = new MediaImport(db, clock, redirects, folder is null ? null : new Renditions(files, folder), downloads, run);
        await ReadAsync(run, "Bringing pictures", redirects, new() { ["attachment"] = media.WriteAsync });
        await ReadAsync(run, "Writing articles, pages and jobs", redirects, new()
        {
            ["post"] = new ArticleImport(db, articles, clock, sections, redirects, run).WriteAsync,
            ["page"] = new PageImport(db, clock, redirects, run).WriteAsync,
            ["job_listing"] = new JobImport(db, jobs, clock, new EmployerBook(db, clock, run), redirects, run).WriteAsync,
        });
        ReportTheRest(run);
        return run.Report;
    }

    /// <summary>Reads the file and hands each type's items on in batches.</summary>
    private async Task ReadAsync(ImportRun run, string stage, Redirects redirects, Dictionary<string, Func<IReadOnlyList<WxrItem>, Task>> writers)
    {
        var total = writers.Keys.Sum(type => run.Survey.Types.GetValueOrDefault(type));
        if (total == 0)
            return;
        var batches = writers.Keys.ToDictionary(type => type, _ => new List<WxrItem>());
        var done = 0;
        async Task WriteAsync(string type)
        {
            var batch = batches[type];
            if (batch.Count == 0)
                return;
            run.Cancel.ThrowIfCancellationRequested();
            await TryAsync(() => writers[type](batch), run, redirects);
            done += batch.Count;
            batch.Clear();
            run.Progress.Report(new ImportProgress(stage, done, total));
        }
        using var reader = new WxrReader(run.Options.File);
        foreach (var item in reader.Entries().OfType<WxrItem>().Where(item => writers.ContainsKey(item.Type)))
        {
            var batch = batches[item.Type];
            batch.Add(item);
            if (batch.Count >= BatchSize || batch.Sum(waiting => (long)waiting.Content.Length) > BatchLength)
                await WriteAsync(item.Type);
        }
        foreach (var type in writers.Keys)
            await WriteAsync(type);
    }

    /// <summary>An editor may save an article just while its batch is written: then the batch is done again with what is there now.</summary>
    private async Task TryAsync(Func<Task> write, ImportRun run, Redirects redirects)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await write();
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MaxAttempts)
            {
                db.ChangeTracker.Clear();
                redirects.Forget();
                run.Terms.Forget();
            }
            catch (DbUpdateException refused)
            {
                throw new ImportException($"The database refused a batch ({refused.InnerException?.Message ?? refused.Message}); what was written before stays. Let no second import run beside this one, and run it again.");
            }
        }
    }

    private static void ReportTheRest(ImportRun run)
    {
        var survey = run.Survey;
        foreach (var (type, count) in survey.Types.Where(type => type.Key is not ("post" or "page" or "job_listing" or "attachment")))
            run.Report.Note("Left out", type == "wp_block" ? "reusable blocks (their text stands where they were used)" : $"items of the type {type}", count: count);
        if (survey.Comments > 0)
            run.Report.Note("Left out", "comments", count: survey.Comments);
        if (survey.ControlCharacters > 0)
            run.Report.Note("Mended", "control characters, which no XML may hold, became spaces", count: survey.ControlCharacters);
        if (run.Links.Site is null)
            run.Report.Note("Left out", "redirects: the export does not name the old site's address");
    }
}
