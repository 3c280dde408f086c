using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Links;
using NewsSite.Alerts.Mailings;
using NewsSite.Alerts.SavedSearches;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;
using NewsSite.Search.Queries;

namespace NewsSite.Alerts.Subscriptions;

/// <summary>A subscriber with what they have asked for.</summary>
public sealed record Preferences(Subscriber Subscriber, IReadOnlyList<Subscription> Subscriptions);

/// <summary>How a subscription is wanted from now on.</summary>
public sealed record SubscriptionChange
{
    public required Timing Timing { get; init; }
    public required int MostShown { get; init; }

    /// <summary>Another search with its name in words; null: the same.</summary>
    public (string Name, SearchQuery Search)? Search { get; init; }
}

/// <summary>What subscribers do by the links in their mails. Every method saves its own write.</summary>
public sealed class PreferenceDesk(NewsDb db, AlertLinks links, PaperClock clock)
{
    /// <summary>Null: the link is no good, or its subscriber is erased.</summary>
    public async Task<Preferences?> FindAsync(string? token, CancellationToken cancel = default)
    {
        if (await links.ReadAsync(token, LinkPurpose.Preferences, cancel) is not { } link)
            return null;
        var subscriber = await db.Set<Subscriber>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == link.Subscriber, cancel);
        return subscriber is null ? null : new Preferences(subscriber, await db.Set<Subscription>().AsNoTracking()
            .Where(one => one.SubscriberId == subscriber.Id && one.State != SubscriptionState.Unconfirmed).OrderBy(one => one.Id).ToListAsync(cancel));
    }

    /// <summary>What a stopping link is about; null: as <see cref="FindAsync"/>.</summary>
    public async Task<Preferences?> FindStoppingAsync(string? token, CancellationToken cancel = default)
    {
        if (await links.ReadAsync(token, LinkPurpose.Unsubscribe, cancel) is not { } link)
            return null;
        var subscriber = await db.Set<Subscriber>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == link.Subscriber, cancel);
        return subscriber is null ? null : new Preferences(subscriber, await db.Set<Subscription>().AsNoTracking()
            .Where(one => one.SubscriberId == subscriber.Id && link.Subscriptions.Contains(one.Id)).OrderBy(one => one.Id).ToListAsync(cancel));
    }

    /// <summary>One-click: stops what the mail was about.</summary>
    /// <returns>False: the link is no good.</returns>
    public async Task<bool> StopByLinkAsync(string? token, CancellationToken cancel = default)
    {
        if (await links.ReadAsync(token, LinkPurpose.Unsubscribe, cancel) is not { } link)
            return false;
        await StopAsync(link.Subscriber, link.Subscriptions, link.Mailing, cancel);
        return true;
    }

    public async Task StopAsync(long subscriber, IReadOnlyList<long> subscriptions, long mailing = 0, CancellationToken cancel = default)
    {
        var now = clock.Now;
        await using var write = await db.BeginWriteAsync(cancel);
        var active = await db.Set<Subscription>().Where(one => one.SubscriberId == subscriber && subscriptions.Contains(one.Id) && one.State == SubscriptionState.Active).ToListAsync(cancel);
        foreach (var subscription in active)
        {
            subscription.Stop(now);
            db.Note(subscription);
        }
        if (active.Count > 0 && mailing > 0)
            await db.Set<Mailing>().Where(one => one.Id == mailing).ExecuteUpdateAsync(set => set.SetProperty(one => one.Unsubscribed, one => one.Unsubscribed + 1), cancel);
        await write.CommitAsync(cancel);
    }

    public Task StopAllAsync(Preferences preferences, CancellationToken cancel = default) =>
        StopAsync(preferences.Subscriber.Id, [.. preferences.Subscriptions.Select(one => one.Id)], 0, cancel);

    /// <summary>Begins again what was stopped: what appeared meanwhile is not new.</summary>
    public async Task ResumeAsync(long subscriber, long subscription, CancellationToken cancel = default)
    {
        var now = clock.Now;
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Subscription>().Include(one => one.Subscriber).SingleOrDefaultAsync(one => one.Id == subscription && one.SubscriberId == subscriber && one.State == SubscriptionState.Stopped, cancel) is not { } stopped)
            return;
        stopped.Confirm(now);
        stopped.Plan(now, stopped.Subscriber.Zone);
        db.Note(stopped);
        await write.CommitAsync(cancel);
    }

    /// <summary>What waits is mailed at the newly chosen time.</summary>
    public async Task ChangeAsync(long subscriber, long subscription, SubscriptionChange change, CancellationToken cancel = default)
    {
        var now = clock.Now;
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Subscription>().Include(one => one.Subscriber).SingleOrDefaultAsync(one => one.Id == subscription && one.SubscriberId == subscriber, cancel) is not { } one)
            return;
        (one.Timing, one.MostShown) = (change.Timing, Math.Clamp(change.MostShown, 1, Subscription.MostItems));
        if (change.Search is { } search)
            one.Ask(search.Name, search.Search, now);
        if (one.State == SubscriptionState.Active && (one.NextAt is not null || await db.Set<Match>().AnyAsync(match => match.SubscriptionId == subscription && match.Outcome == MatchOutcome.Waiting, cancel)))
            one.NextAt = one.Timing.Next(now, one.Subscriber.Zone);
        one.Plan(now, one.Subscriber.Zone);
        db.Note(one);
        await write.CommitAsync(cancel);
    }

    /// <summary>Language, time zone and one mail or several.</summary>
    public async Task ChangeAsync(long subscriber, string language, string timeZone, bool oneMail, CancellationToken cancel = default)
    {
        var now = clock.Now;
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Subscriber>().SingleOrDefaultAsync(one => one.Id == subscriber, cancel) is not { } known)
            return;
        (known.Language, known.TimeZone, known.OneMail) = (language, timeZone, oneMail);
        foreach (var waiting in await db.Set<Subscription>().Where(one => one.SubscriberId == subscriber && one.NextAt != null).ToListAsync(cancel))
            waiting.NextAt = waiting.Timing.Next(now, known.Zone);
        await write.CommitAsync(cancel);
    }
}
