using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Reports;

/// <summary>What a reader sends.</summary>
public sealed record ReportOrder
{
    public required long PostingId { get; init; }
    public required ReportReason Reason { get; init; }
    public required string Text { get; init; }
    public string Email { get; init; } = "";
    public required Language Language { get; init; }
}

/// <summary>What the desk decides about a report.</summary>
/// <param name="By">The colleague's name.</param>
public sealed record ReportVerdict(ReportDecision Decision, string Statement, string By)
{
    public const int MaxStatement = 3000;
}

/// <summary>What came of a decision.</summary>
public enum ReportOutcome
{
    Done,
    Missing,

    /// <summary>Somebody has decided it before.</summary>
    Decided,
}

/// <summary>Reports of readers: taken in, queued for the desk, decided with reasons that go to both sides.</summary>
public sealed class ReportDesk(NewsDb db, ReportMail mail, AuditTrail trail, PaperClock clock)
{
    public async Task ReceiveAsync(ReportOrder order, CancellationToken cancel = default)
    {
        var report = new Report
        {
            PostingId = order.PostingId,
            Reason = order.Reason,
            Text = order.Text,
            Email = order.Email,
            Language = order.Language.Code,
            ReportedAt = clock.Now,
        };
        var posting = await db.Set<Posting>().AsNoTracking().Include(posting => posting.Employer).SingleAsync(posting => posting.Id == order.PostingId, cancel);
        var thanks = await mail.ReceivedAsync(report, posting);
        await using var write = await db.BeginWriteAsync(cancel);
        db.Add(report);
        mail.Send(thanks);
        await write.CommitAsync(cancel);
    }

    /// <summary>Those that wait, the longest first; or those that are decided, the last first.</summary>
    public async Task<ListPage<Report>> PageAsync(bool isDecided, int size, ListKey? after = null, CancellationToken cancel = default)
    {
        var all = db.Set<Report>().AsNoTracking().Include(report => report.Posting).ThenInclude(posting => posting.Employer).Where(report => (report.Decision != null) == isDecided);
        if (isDecided)
        {
            if (after is { } before)
                all = all.Where(report => report.ReportedAt <= before.At && !(report.ReportedAt == before.At && report.Id >= before.Id));
            return ListPage<Report>.Of(await all.OrderByDescending(report => report.ReportedAt).ThenByDescending(report => report.Id).Take(size + 1).ToListAsync(cancel), size);
        }
        if (after is { } key)
            all = all.Where(report => report.ReportedAt >= key.At && !(report.ReportedAt == key.At && report.Id <= key.Id));
        return ListPage<Report>.Of(await all.OrderBy(report => report.ReportedAt).ThenBy(report => report.Id).Take(size + 1).ToListAsync(cancel), size);
    }

    public Task<int> CountAsync(CancellationToken cancel = default) => db.Set<Report>().CountAsync(report => report.Decision == null, cancel);

    /// <summary>With its job and the employer.</summary>
    public Task<Report?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Report>().AsNoTracking().Include(report => report.Posting).ThenInclude(posting => posting.Employer).SingleOrDefaultAsync(report => report.Id == id, cancel);

    /// <summary>Decides one report; the others about the same job stay in the queue, because each may be about something else.</summary>
    public async Task<ReportOutcome> DecideAsync(long id, ReportVerdict verdict, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // Until the commit no colleague decides it, too.
        if ((await db.Set<Report>().Where(report => report.Id == id).WaitingForLocked().ToListAsync(cancel)) is not [var report])
            return ReportOutcome.Missing;
        if (report.Decision is not null)
            return ReportOutcome.Decided;
        var posting = await db.Set<Posting>().Include(posting => posting.Employer).SingleAsync(posting => posting.Id == report.PostingId, cancel);
        report.Decide(verdict.Decision, verdict.Statement, verdict.By, clock.Now);
        if (verdict.Decision == ReportDecision.TakenDown)
        {
            posting.TakeDown(verdict.Statement, clock.Now);
            db.Note(posting);
        }
        await mail.DecidedAsync(report, posting, verdict, cancel);
        trail.Note(new AuditNote { Verb = verdict.Decision == ReportDecision.TakenDown ? "take down after a report" : "keep after a report", Kind = posting.Kind, Id = posting.Id, Thing = posting.Title, Details = new { report = report.Id, reason = report.Reason.ToString() } });
        await write.CommitAsync(cancel);
        return ReportOutcome.Done;
    }
}
