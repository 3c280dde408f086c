using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>What came of an employer's change.</summary>
public enum EditedPosting
{
    /// <summary>It is kept; whoever saw the posting before sees it so now.</summary>
    Saved,

    /// <summary>The desk looks first; readers see what they saw.</summary>
    Waits,

    /// <summary>Readers see it now.</summary>
    Online,
    Missing,

    /// <summary>Somebody else has changed it since the form was opened.</summary>
    Stale,

    /// <summary>In this state it cannot be changed: it is closed.</summary>
    Impossible,
}

/// <summary>A change as an employer sends it.</summary>
public sealed record PostingEdit
{
    public required long Employer { get; init; }
    public required long Posting { get; init; }

    /// <summary>Of the posting when the form was opened.</summary>
    public required int Version { get; init; }
    public required PostingContent Content { get; init; }

    /// <summary>Who changes it, as Accounts numbers them.</summary>
    public required long By { get; init; }

    /// <summary>False: a draft stays one.</summary>
    public required bool HandsIn { get; init; }
}

/// <summary>Changes by an employer. What readers see already is looked at again only where something changed that matters to them.</summary>
public sealed class PostingEdits(NewsDb db, EmployerPostings postings, PostingHandOver handOver, PaperClock clock, AuditTrail audit)
{
    public Task<PostingRevision?> RevisionAsync(long posting, CancellationToken cancel = default) =>
        db.Set<PostingRevision>().AsNoTracking().SingleOrDefaultAsync(revision => revision.PostingId == posting, cancel);

    public async Task<EditedPosting> EditAsync(PostingEdit edit, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await postings.FindAsync(edit.Employer, edit.Posting, cancel) is not { } posting)
            return EditedPosting.Missing;
        if (posting.Version != edit.Version)
            return EditedPosting.Stale;
        try
        {
            var outcome = await EditAsync(posting, edit, cancel);
            if (outcome != EditedPosting.Impossible)
                await write.CommitAsync(cancel);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return EditedPosting.Stale;
        }
    }

    private async Task<EditedPosting> EditAsync(Posting posting, PostingEdit edit, CancellationToken cancel)
    {
        if (posting.State == PostingState.Closed)
            return EditedPosting.Impossible;
        audit.Note(new AuditNote { Verb = "edit", Kind = posting.Kind, Id = posting.Id, Thing = posting.Title });
        if (posting.State == PostingState.Published)
            return await EditOnlineAsync(posting, edit, cancel);
        var matters = edit.Content.DiffersToReaders(PostingContent.Of(posting));
        await postings.WriteAsync(posting, edit.Content, cancel);
        switch (posting.State)
        {
            case PostingState.Submitted:
                await handOver.MarkAsync(posting, cancel);
                posting.Touch(clock.Now);
                return EditedPosting.Waits;
            case PostingState.Approved when !matters:
                posting.Touch(clock.Now);
                return EditedPosting.Saved;
            case PostingState.Approved:
                posting.Recall(clock.Now);
                return await handOver.ToDeskAsync(posting, edit.By, cancel);
            case var _ when edit.HandsIn:
                return await handOver.ToDeskAsync(posting, edit.By, cancel);
            default:
                posting.Touch(clock.Now);
                return EditedPosting.Saved;
        }
    }

    private async Task<EditedPosting> EditOnlineAsync(Posting posting, PostingEdit edit, CancellationToken cancel)
    {
        var revision = await db.Set<PostingRevision>().SingleOrDefaultAsync(row => row.PostingId == posting.Id, cancel);
        if (!posting.Employer.IsTrusted && edit.Content.DiffersToReaders(PostingContent.Of(posting)))
        {
            if (revision is null)
                db.Add(new PostingRevision { PostingId = posting.Id, Content = edit.Content.ToJson(), UserId = edit.By, At = clock.Now });
            else
                (revision.Content, revision.UserId, revision.At) = (edit.Content.ToJson(), edit.By, clock.Now);
            posting.Queue(edit.By, clock.Now);
            return EditedPosting.Waits;
        }
        if (revision is not null)
            db.Remove(revision);
        await postings.WriteAsync(posting, edit.Content, cancel);
        posting.Unqueue(clock.Now);
        db.Note(posting);
        return EditedPosting.Online;
    }
}
