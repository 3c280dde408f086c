using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Site;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Html;
using NewsSite.Transfer.Wordpress.Media;

namespace NewsSite.Transfer.Wordpress.Jobs;

/// <summary>Writes WP Job Manager's listings as postings.</summary>
internal sealed class JobImport(NewsDb db, JobsDesk desk, PaperClock clock, EmployerBook employers, Redirects redirects, ImportRun run)
{
    private const string Kind = "posting";
    private const string Plural = "jobs";

    /// <summary>How long a featured listing without an end stays a Top job.</summary>
    private static readonly TimeSpan OpenEnded = TimeSpan.FromDays(30);

    public async Task WriteAsync(IReadOnlyList<WxrItem> batch)
    {
        var report = new ImportReport();
        await using var write = await db.BeginWriteAsync(run.Cancel);
        var known = await run.Imported.FindAsync(Kind, [.. batch.Select(ItemText.Id)], run.Cancel);
        var targets = known.Values.Select(item => item.TargetId).ToList();
        var here = await db.Set<Posting>().Include(posting => posting.Employer).Include(posting => posting.Category).Include(posting => posting.Places)
            .Where(posting => targets.Contains(posting.Id)).ToDictionaryAsync(posting => posting.Id, run.Cancel);
        var added = new List<(WxrItem Item, string Fingerprint, Posting Posting)>();
        foreach (var item in batch.DistinctBy(ItemText.Id))
        {
            var fingerprint = ItemText.FingerprintOf(item);
            var before = known.GetValueOrDefault(ItemText.Id(item));
            if (before is not null && here.TryGetValue(before.TargetId, out var at))
                await employers.BringLogoAsync(at.Employer, item);
            if (before?.Fingerprint == fingerprint)
                report.Count(Plural, new ImportTally { Unchanged = 1 });
            else if (before is not null)
                await FollowAsync(item, fingerprint, before, here.GetValueOrDefault(before.TargetId), report);
            else if (item.Status is "trash" or "auto-draft" or "preview")
                Skip(item, report);
            else
                added.Add((item, fingerprint, await AddAsync(item, report)));
        }
        await db.SaveChangesAsync(run.Cancel);
        foreach (var (item, fingerprint, posting) in added)
        {
            run.Imported.Remember(Kind, ItemText.Id(item), new ImportTarget(Kind, posting.Id, posting.Version), fingerprint);
            foreach (var old in ItemText.OldAddresses(item, run))
                redirects.Add(old, new RedirectTarget(Kind, posting.Id));
        }
        await redirects.WriteAsync(report, run.Cancel);
        await write.CommitAsync(run.Cancel);
        db.ChangeTracker.Clear();
        employers.Forget();
        run.Report.Merge(report);
    }

    private static void Skip(WxrItem item, ImportReport report)
    {
        report.Count(Plural, new ImportTally { Skipped = 1 });
        report.Note("Left out", item.Status == "trash" ? "jobs in the bin" : "jobs that were never handed in");
    }

    private async Task<Posting> AddAsync(WxrItem item, ImportReport report)
    {
        var (title, description) = Convert(item, report);
        var posting = new Posting
        {
            Employer = await employers.OfAsync(item, report),
            Language = run.Language.Code,
            Title = title,
            Slug = ItemText.SlugOf(item) ?? Slug.From(title),
            Description = description,
            CreatedAt = clock.Now,
        };
        await FillAsync(posting, item, title, report);
        Settle(posting, item);
        db.Add(posting);
        report.Count(Plural, new ImportTally { New = 1 });
        return posting;
    }

    private async Task FollowAsync(WxrItem item, string fingerprint, ImportedItem before, Posting? posting, ImportReport report)
    {
        if (posting is null || posting.Version != before.TargetVersion)
        {
            report.Count(Plural, new ImportTally { Kept = 1 });
            report.Note("Kept, because it was changed here since the last import", posting is null ? "job that was removed here" : "job", item.Title);
            return;
        }
        (posting.Title, posting.Description) = Convert(item, report);
        if (await employers.OfAsync(item, report) != posting.Employer)
            report.Note("Jobs that changed their employer there (left with the first)", posting.Employer.Name, posting.Title);
        await FillAsync(posting, item, posting.Title, report);
        Settle(posting, item);
        before.Fingerprint = fingerprint;
        before.TargetVersion = posting.Version;
        report.Count(Plural, new ImportTally { Updated = 1 });
    }

    /// <summary>The advert without pictures; a salary that cannot be read for sure stands at its end, as it was written.</summary>
    private (string Title, BlockDocument Description) Convert(WxrItem item, ImportReport report)
    {
        var notes = new ConversionNotes();
        var description = HtmlToBlocks.Convert(run.Html(item) with { Attachments = Attachments.None }, notes);
        var title = ItemText.Title(item, description, report);
        ImportRun.Note(report, notes, title);
        if (HtmlText.OneLine(item.Field("_job_salary")) is { Length: > 0 } salary && JobTerms.Salary(item) is null)
        {
            report.Note("Jobs whose terms could not be read", $"salary “{salary}”: it stands at the end of the text", title);
            description = BlockDocument.Of([.. description.Root.Content, Block.Paragraph(salary)]);
        }
        return (title, description);
    }

    private async Task FillAsync(Posting posting, WxrItem item, string title, ImportReport report)
    {
        posting.Salary = JobTerms.Salary(item);
        posting.Workplace = item.Field("_remote_position") == "1" ? Workplace.Remote : Workplace.OnSite;
        var places = JobTerms.Places(item);
        if (!posting.Places.Select(place => (place.Town, place.PostalCode, place.Country)).SequenceEqual(places.Select(place => (place.Town, place.PostalCode, place.Country))))
            posting.Locate(places);
        posting.Contract = null;
        posting.Hours = null;
        foreach (var type in item.Terms.Where(term => term.Taxonomy == "job_listing_type"))
        {
            posting.Contract ??= JobTerms.ContractOf(type.Slug);
            posting.Hours ??= JobTerms.HoursOf(type.Slug);
            if (JobTerms.ContractOf(type.Slug) is null && JobTerms.HoursOf(type.Slug) is null)
                report.Note("Jobs whose terms could not be read", $"type “{type.Name}”", title);
        }
        var categories = item.Terms.Where(term => term.Taxonomy == "job_listing_category").ToList();
        posting.Category = categories.Count > 0 ? await employers.CategoryAsync(categories[0], report) : null;
        foreach (var other in categories.Skip(1))
            report.Note("Jobs in several categories (the first counts)", other.Name, title);
        Apply(posting, item, title, report);
        posting.ClosesAt = WxrDates.EndOfDay(item.Field("_job_expires"), clock);
    }

    private static void Apply(Posting posting, WxrItem item, string title, ImportReport report)
    {
        var application = item.Field("_application").Trim();
        (posting.ApplyMail, posting.ApplyUrl) = ("", "");
        if (application.Length == 0)
            return;
        if (Link.IsWeb(application) && application.Length <= 2000)
            posting.ApplyUrl = application;
        else if (application.Length <= 254 && System.Net.Mail.MailAddress.TryCreate(application, out var mail) && mail.Address == application)
            posting.ApplyMail = application;
        else
            report.Note("Jobs whose terms could not be read", $"application “{HtmlText.Fold(application)}”", title);
    }

    private void Settle(Posting posting, WxrItem item)
    {
        var published = WxrDates.Published(item, clock) is { } at && at < clock.Now ? at : clock.Now;
        var changed = WxrDates.Modified(item, clock) is { } modified && modified < clock.Now ? modified : clock.Now;
        posting.TopUntil = item.Field("_featured") == "1" ? posting.ClosesAt ?? published + OpenEnded : null;
        switch (item.Status)
        {
            case "publish" or "" when !item.HasPassword:
                Publish(posting, item, published);
                if (item.Field("_filled") == "1")
                    posting.Close(Microseconds.Cut(changed));
                break;
            case "expired":
                Publish(posting, item, published);
                posting.ClosesAt = posting.ClosesAt is { } closes && closes <= clock.Now ? closes : Microseconds.Cut(changed);
                break;
            default:
                posting.Hold(item.Status is "pending" ? PostingState.Submitted : PostingState.Draft, clock.Now);
                db.Note(posting);
                break;
        }
    }
    /// <summary>Where the export names no time, that of the first import stays.</summary>
    private void Publish(Posting posting, WxrItem item, DateTimeOffset published)
    {
        var isKnown = posting.PublishedAt is not null;
        desk.Publish(posting, isKnown ? clock.Now : published);
        if (isKnown && WxrDates.Published(item, clock) is not null)
            posting.Redate(Microseconds.Cut(published));
    }
}
