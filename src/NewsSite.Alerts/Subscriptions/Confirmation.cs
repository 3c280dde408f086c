using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Consents;
using NewsSite.Alerts.Links;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Subscriptions;

/// <summary>The owner of an address says yes; by a POST, because scanners open every link.</summary>
public sealed class Confirmation(NewsDb db, AlertLinks links, AddressHashes hashes, PaperClock clock)
{
    /// <summary>What a link asks to confirm; null: the link is no good, or it was not answered in time and is erased.</summary>
    public async Task<Subscription?> FindAsync(string? token, CancellationToken cancel = default)
    {
        if (await links.ReadAsync(token, LinkPurpose.Confirm, cancel) is not { Subscriptions: [var id] } link)
            return null;
        return await db.Set<Subscription>().AsNoTracking().Include(subscription => subscription.Subscriber)
            .SingleOrDefaultAsync(subscription => subscription.Id == id && subscription.SubscriberId == link.Subscriber, cancel);
    }

    /// <summary>Confirmed twice is confirmed once: it begins only the first time.</summary>
    /// <returns>Null: as <see cref="FindAsync"/>.</returns>
    public async Task<Subscription?> ConfirmAsync(string? token, string network, CancellationToken cancel = default)
    {
        if (await FindAsync(token, cancel) is not { } asked)
            return null;
        var confirmer = await hashes.OfNetworkAsync(network, cancel);
        var now = clock.Now;
        await using var write = await db.BeginWriteAsync(cancel);
        var subscription = await db.Set<Subscription>().Include(one => one.Subscriber).SingleOrDefaultAsync(one => one.Id == asked.Id, cancel);
        if (subscription is null || subscription.State != SubscriptionState.Unconfirmed)
            return subscription;
        await db.Set<Consent>().Where(consent => consent.SubscriptionId == asked.Id && consent.ConfirmedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(consent => consent.ConfirmedAt, now).SetProperty(consent => consent.ConfirmerHash, confirmer), cancel);
        var same = await db.Set<Subscription>().Include(one => one.Subscriber).FirstOrDefaultAsync(one => one.SubscriberId == subscription.SubscriberId && one.Id != subscription.Id
            && one.State == SubscriptionState.Active && one.About == subscription.About && one.Query == subscription.Query, cancel);
        if (same is not null)
        {
            // Asked again: only when it comes may be new, and what was mailed is not mailed again.
            same.Timing = subscription.Timing;
            db.Remove(subscription);
            subscription = same;
        }
        else
        {
            subscription.Confirm(now);
        }
        subscription.Plan(now, subscription.Subscriber.Zone);
        db.Note(subscription);
        await write.CommitAsync(cancel);
        return subscription;
    }
}
