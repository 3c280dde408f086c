using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Spam;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>Hands a posting to the desk, or past it where the employer is trusted and nothing about it looks like spam.</summary>
public sealed class PostingHandOver(OrderDesk orders, SpamCheck spam, PostingMails mails, PaperClock clock)
{
    /// <summary>Pending until the caller saves.</summary>
    public async Task<EditedPosting> ToDeskAsync(Posting posting, long by, CancellationToken cancel)
    {
        await orders.EnsureAsync(posting, by, cancel);
        posting.HandIn(by, clock.Now);
        await MarkAsync(posting, cancel);
        if (!posting.Employer.IsTrusted || posting.Signs.Length > 0)
            return EditedPosting.Waits;
        if (!await orders.ReleaseAsync(posting, cancel))
            return EditedPosting.Saved;
        await mails.PublishedAsync(posting, cancel);
        return EditedPosting.Online;
    }

    /// <summary>Writes down what looks like spam about it.</summary>
    internal async Task MarkAsync(Posting posting, CancellationToken cancel) =>
        posting.Signs = string.Join('\n', (await spam.FindAsync(posting, cancel)).Select(found => found.ToString()));
}
