using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>Why a job is closed before its last day. Stored by name.</summary>
public enum CloseReason
{
    Filled,
    Withdrawn,

    /// <summary>The desk has taken it offline; only the desk brings it back.</summary>
    TakenDown,
}

/// <summary>Ends jobs, and opens them again.</summary>
public sealed class PostingEnds(NewsDb db, JobsDesk desk, EmployerPostings postings, PaperClock clock, AuditTrail audit)
{
    /// <summary>Days from today.</summary>
    public const int Renewal = 30;

    /// <summary>Whether its employer can open it again, or longer.</summary>
    public static bool MayRenew(Posting posting) => posting.State == PostingState.Published
        || (posting.State == PostingState.Closed && posting.CloseReason != CloseReason.TakenDown);

    public Task<bool> CloseAsync(long employer, long id, CloseReason reason, CancellationToken cancel = default) => ChangeAsync(employer, id, async posting =>
    {
        if (posting.State != PostingState.Published || reason == CloseReason.TakenDown)
            return false;
        posting.CloseReason = reason;
        desk.Close(posting);
        await db.Set<PostingRevision>().Where(revision => revision.PostingId == posting.Id).ExecuteDeleteAsync(cancel);
        posting.Unqueue(clock.Now);
        Note(reason == CloseReason.Filled ? "mark filled" : "close", posting);
        return true;
    }, cancel);

    /// <summary>Open for another month from today on; one that was closed opens again, with what readers saw.</summary>
    public Task<bool> RenewAsync(long employer, long id, CancellationToken cancel = default) => ChangeAsync(employer, id, posting =>
    {
        if (!MayRenew(posting))
            return Task.FromResult(false);
        posting.ClosesAt = clock.StartOf(clock.Today.AddDays(Renewal + 1));
        posting.CloseReason = null;
        desk.Publish(posting);
        Note("renew", posting);
        return Task.FromResult(true);
    }, cancel);

    /// <summary>Another posting that says the same, as a draft, inside its own write.</summary>
    /// <returns>Its number; null: there is none to copy.</returns>
    public async Task<long?> DuplicateAsync(long employer, long id, CancellationToken cancel = default)
    {
        if (await postings.FindAsync(employer, id, cancel) is not { } posting)
            return null;
        return await DraftAsync(employer, PostingContent.Of(posting) with { ClosesAt = clock.StartOf(clock.Today.AddDays(Renewal + 1)) }, cancel);
    }

    /// <summary>A new draft with that content.</summary>
    public async Task<long> DraftAsync(long employer, PostingContent content, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var draft = await postings.StartAsync(employer, content, cancel);
        await db.SaveChangesAsync(cancel);
        Note("draft", draft);
        await write.CommitAsync(cancel);
        return draft.Id;
    }

    private async Task<bool> ChangeAsync(long employer, long id, Func<Posting, Task<bool>> change, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await postings.FindAsync(employer, id, cancel) is not { } posting || !await change(posting))
            return false;
        await write.CommitAsync(cancel);
        return true;
    }

    private void Note(string verb, Posting posting) => audit.Note(new AuditNote { Verb = verb, Kind = posting.Kind, Id = posting.Id, Thing = posting.Title });
}
