using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>A posting that waits for the desk.</summary>
public sealed record QueuedPosting
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string Employer { get; init; }
    public required long EmployerId { get; init; }
    public required string Language { get; init; }
    public required PostingState State { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }

    public ListKey Key => new(QueuedAt, Id);
}

/// <summary>What came of a decision.</summary>
public enum ReviewOutcome
{
    Done,
    Missing,

    /// <summary>Somebody else decided, or the employer changed it, since the page was opened.</summary>
    Stale,
}

/// <summary>The desk's queue, and what it decides.</summary>
public sealed class PostingReviews(NewsDb db, JobsDesk desk, PostingMails mails, PaperClock clock, AuditTrail audit)
{
    public const int LongestReason = 2000;

    /// <summary>What waits, the longest first.</summary>
    public async Task<ListPage<QueuedPosting>> QueueAsync(int size, ListKey? after = null, CancellationToken cancel = default)
    {
        var queued = db.Set<Posting>().AsNoTracking().Where(posting => posting.QueuedAt != null);
        if (after is { } key)
            queued = queued.Where(posting => posting.QueuedAt >= key.At && !(posting.QueuedAt == key.At && posting.Id <= key.Id));
        return ListPage<QueuedPosting>.Of(await queued.OrderBy(posting => posting.QueuedAt).ThenBy(posting => posting.Id).Take(size + 1).Select(posting => new QueuedPosting
        {
            Id = posting.Id,
            Title = posting.Title,
            Employer = posting.Employer.Name,
            EmployerId = posting.EmployerId,
            Language = posting.Language,
            State = posting.State,
            QueuedAt = posting.QueuedAt!.Value,
        }).ToListAsync(cancel), size);
    }

    public Task<int> CountAsync(CancellationToken cancel = default) => db.Set<Posting>().CountAsync(posting => posting.QueuedAt != null, cancel);

    /// <summary>Any posting, whole, in whatever state.</summary>
    public Task<Posting?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<Posting>().Include(posting => posting.Employer).Include(posting => posting.Category).Include(posting => posting.Places)
            .SingleOrDefaultAsync(posting => posting.Id == id, cancel);

    /// <param name="version">Of the posting when the page was opened.</param>
    public Task<ReviewOutcome> ApproveAsync(long id, int version, CancellationToken cancel = default) => DecideAsync(id, version, async posting =>
    {
        desk.Publish(posting);
        await mails.PublishedAsync(posting, cancel);
        audit.Note(new AuditNote { Verb = "approve", Kind = posting.Kind, Id = posting.Id, Thing = posting.Title });
    }, cancel);

    /// <param name="state">Changes asked, or rejected.</param>
    /// <param name="reason">In words; it is mailed.</param>
    public Task<ReviewOutcome> RefuseAsync(long id, int version, PostingState state, string reason, CancellationToken cancel = default) => DecideAsync(id, version, async posting =>
    {
        posting.Refuse(state, reason, clock.Now);
        await mails.RefusedAsync(posting, cancel);
        audit.Note(new AuditNote { Verb = state == PostingState.Rejected ? "reject" : "ask for changes", Kind = posting.Kind, Id = posting.Id, Thing = posting.Title, Details = new { reason } });
    }, cancel);

    private async Task<ReviewOutcome> DecideAsync(long id, int version, Func<Posting, Task> decide, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(id, cancel) is not { } posting)
            return ReviewOutcome.Missing;
        if (posting.Version != version || posting.State != PostingState.Submitted)
            return ReviewOutcome.Stale;
        try
        {
            await decide(posting);
            await write.CommitAsync(cancel);
            return ReviewOutcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReviewOutcome.Stale;
        }
    }
}
