using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Orders;
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

    /// <inheritdoc cref="Posting.Signs"/>
    public required string Signs { get; init; }

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
public sealed class PostingReviews(NewsDb db, OrderDesk orders, EmployerPostings postings, PostingMails mails, PaperClock clock, AuditTrail audit)
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
            Signs = posting.Signs,
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
        var isChange = posting.State == PostingState.Published;
        if (isChange && await RevisionOf(posting.Id).SingleOrDefaultAsync(cancel) is { } revision)
        {
            await postings.WriteAsync(posting, PostingContent.FromJson(revision.Content), cancel);
            db.Remove(revision);
            posting.Unqueue(clock.Now);
            db.Note(posting);
        }
        if (isChange || await orders.ReleaseAsync(posting, cancel))
            await mails.PublishedAsync(posting, cancel);
        audit.Note(new AuditNote { Verb = isChange ? "approve change" : "approve", Kind = posting.Kind, Id = posting.Id, Thing = posting.Title });
    }, cancel);

    /// <param name="state">Changes asked, or rejected.</param>
    /// <param name="reason">In words; it is mailed.</param>
    public Task<ReviewOutcome> RefuseAsync(long id, int version, PostingState state, string reason, CancellationToken cancel = default) => DecideAsync(id, version, async posting =>
    {
        // A change that is refused stays where the employer can mend it; readers see what they saw.
        if (posting.State == PostingState.Published)
            posting.Unqueue(clock.Now, reason);
        else
            posting.Refuse(state, reason, clock.Now);
        await mails.RefusedAsync(posting, state == PostingState.Rejected, cancel);
        audit.Note(new AuditNote { Verb = state == PostingState.Rejected ? "reject" : "ask for changes", Kind = posting.Kind, Id = posting.Id, Thing = posting.Title, Details = new { reason } });
    }, cancel);

    /// <summary>Takes offline what readers see; the employer learns why.</summary>
    public Task<ReviewOutcome> TakeDownAsync(long id, int version, string reason, CancellationToken cancel = default) => ChangeAsync(id, version, posting => posting.State == PostingState.Published, async posting =>
    {
        await RevisionOf(posting.Id).ExecuteDeleteAsync(cancel);
        posting.CloseReason = CloseReason.TakenDown;
        posting.Close(clock.Now);
        posting.Unqueue(clock.Now, reason);
        db.Note(posting);
        await mails.RefusedAsync(posting, isFinal: true, cancel);
        audit.Note(new AuditNote { Verb = "take down", Kind = posting.Kind, Id = posting.Id, Thing = posting.Title, Details = new { reason } });
    }, cancel);

    /// <summary>The desk mends something itself; the trail says what.</summary>
    public Task<ReviewOutcome> EditAsync(long id, int version, PostingContent content, CancellationToken cancel = default) => ChangeAsync(id, version, posting => posting.State != PostingState.Closed, async posting =>
    {
        var changed = content.ChangesFrom(PostingContent.Of(posting)).Select(field => field.ToString());
        await postings.WriteAsync(posting, content, cancel);
        posting.Touch(clock.Now);
        if (posting.State == PostingState.Published)
            db.Note(posting);
        audit.Note(new AuditNote { Verb = "edit for the employer", Kind = posting.Kind, Id = posting.Id, Thing = posting.Title, Details = new { changed } });
    }, cancel);

    /// <summary>What waits is a posting that was handed in, or another text of one that readers see.</summary>
    private Task<ReviewOutcome> DecideAsync(long id, int version, Func<Posting, Task> decide, CancellationToken cancel) =>
        ChangeAsync(id, version, posting => posting.QueuedAt is not null, decide, cancel);

    private IQueryable<PostingRevision> RevisionOf(long posting) => db.Set<PostingRevision>().Where(revision => revision.PostingId == posting);

    private async Task<ReviewOutcome> ChangeAsync(long id, int version, Func<Posting, bool> may, Func<Posting, Task> decide, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(id, cancel) is not { } posting)
            return ReviewOutcome.Missing;
        if (posting.Version != version || !may(posting))
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
