using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Orders;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>Publishes what was approved before its time, when the time has come. What waits for something else as well is not due.</summary>
public sealed class DuePostings(NewsDb db, OrderDesk orders, PostingMails mails, PaperClock clock, AuditTrail audit)
{
    public Task<bool> IsAnyAsync(CancellationToken cancel = default) => Due().AnyAsync(cancel);

    public async Task CarryOutAsync(CancellationToken cancel = default)
    {
        foreach (var id in await Due().OrderBy(posting => posting.PublishesAt).Select(posting => posting.Id).Take(500).ToListAsync(cancel))
        {
            await using var write = await db.BeginWriteAsync(cancel);
            if (await Due().Include(posting => posting.Employer).SingleOrDefaultAsync(posting => posting.Id == id, cancel) is { } posting)
            {
                // What waits for its payment as well is published by that from now on.
                posting.PublishesAt = null;
                if (await orders.ReleaseAsync(posting, cancel))
                {
                    await mails.PublishedAsync(posting, cancel);
                    audit.Note(new AuditNote { Verb = "publish", Kind = posting.Kind, Id = posting.Id, Thing = posting.Title });
                }
                await write.CommitAsync(cancel);
            }
            db.ChangeTracker.Clear();
        }
    }

    private IQueryable<Posting> Due()
    {
        var now = clock.Now;
        return db.Set<Posting>().Where(posting => posting.State == PostingState.Approved && posting.PublishesAt != null && posting.PublishesAt <= now);
    }
}
