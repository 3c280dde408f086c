using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Secrets;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>To whom a draft belongs, as its writer says it.</summary>
public sealed record DraftSender
{
    public required string Email { get; init; }
    public required string Name { get; init; }
    public required string Company { get; init; }
}

/// <summary>Keeps what is typed before there is an account.</summary>
public sealed class PostingDrafts(NewsDb db, PaperClock clock)
{
    public Task<PostingDraft?> FindAsync(string secret, CancellationToken cancel = default)
    {
        var hash = Secret.Hash(secret);
        var since = clock.Now - PostingDraft.Kept;
        return db.Set<PostingDraft>().SingleOrDefaultAsync(draft => draft.TokenHash == hash && draft.ModifiedAt > since, cancel);
    }

    /// <returns>The secret for the cookie.</returns>
    public async Task<string> StartAsync(string fields, CancellationToken cancel = default)
    {
        var secret = Secret.New();
        db.Add(new PostingDraft { TokenHash = Secret.Hash(secret), Fields = Checked(fields), CreatedAt = clock.Now, ModifiedAt = clock.Now });
        await db.SaveAsync(cancel);
        return secret;
    }

    public async Task KeepAsync(PostingDraft draft, string fields, CancellationToken cancel = default)
    {
        (draft.Fields, draft.ModifiedAt) = (Checked(fields), clock.Now);
        await db.SaveAsync(cancel);
    }

    /// <summary>Takes down who sends it and makes the link that confirms it; an earlier one ends. Pending until the caller saves.</summary>
    /// <returns>The secret for the link.</returns>
    public string Address(PostingDraft draft, DraftSender sender)
    {
        var secret = Secret.New();
        (draft.Email, draft.Name, draft.Company) = (sender.Email, sender.Name, sender.Company);
        (draft.ConfirmHash, draft.ConfirmUntil, draft.ModifiedAt) = (Secret.Hash(secret), clock.Now + PostingDraft.LinkLifetime, clock.Now);
        return secret;
    }

    /// <summary>The draft that a mail's link confirms; null where it never was, was used or has ended.</summary>
    public Task<PostingDraft?> OfLinkAsync(string secret, CancellationToken cancel = default)
    {
        var hash = Secret.Hash(secret);
        var now = clock.Now;
        return db.Set<PostingDraft>().SingleOrDefaultAsync(draft => draft.ConfirmHash == hash && draft.ConfirmUntil > now, cancel);
    }

    /// <summary>Takes it away, inside the caller's write; false where somebody else was quicker.</summary>
    public async Task<bool> TakeAsync(PostingDraft draft, CancellationToken cancel = default)
    {
        db.Entry(draft).State = EntityState.Detached;
        return await db.Set<PostingDraft>().Where(row => row.Id == draft.Id).ExecuteDeleteAsync(cancel) > 0;
    }

    public async Task ForgetOldAsync(CancellationToken cancel = default)
    {
        var since = clock.Now - PostingDraft.Kept;
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Set<PostingDraft>().Where(draft => draft.ModifiedAt <= since).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }

    private static string Checked(string fields) =>
        fields.Length <= PostingDraft.MaxFields ? fields : throw new ArgumentException($"A draft has {fields.Length} characters; {PostingDraft.MaxFields} are the most", nameof(fields));
}
