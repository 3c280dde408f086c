using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;
using NewsSite.Search.Matching;

namespace NewsSite.Alerts.SavedSearches;

/// <summary>
/// Follows the change log: what readers can find since then is matched against all saved searches. The place in the log moves in the
/// transaction that writes the matches, so that nothing is passed over and nothing is written twice, whenever it is cut off.
/// </summary>
public sealed class NewThings(NewsDb db, IEnumerable<IDocumentSource> sources, SavedSearchKeeper searches, IOptions<AlertSettings> settings, PaperClock clock)
{
    private const int BatchSize = 200;

    /// <summary>What an import brings from years ago is not new to anybody.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromDays(7);

    public async Task<bool> IsAnyAsync(CancellationToken cancel = default)
    {
        var place = await db.Set<MatchedUpTo>().AsNoTracking().Select(row => (long?)row.ChangeId).SingleOrDefaultAsync(cancel);
        return place is null || await db.Set<Change>().AnyAsync(change => change.Id > place, cancel);
    }

    /// <summary>Matches until the end of the log.</summary>
    public async Task MatchAsync(CancellationToken cancel = default)
    {
        while (await MatchBatchAsync(cancel))
            db.ChangeTracker.Clear();
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> MatchBatchAsync(CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var place = await db.Set<MatchedUpTo>().WaitingForLocked().SingleOrDefaultAsync(cancel);
        if (place is null)
        {
            // Alerts begin here: what the log tells of before was there before anybody could ask.
            db.Add(new MatchedUpTo { Id = MatchedUpTo.Only, ChangeId = await db.Set<Change>().MaxAsync(change => (long?)change.Id, cancel) ?? 0 });
            await write.CommitAsync(cancel);
            return false;
        }
        var changes = await db.Set<Change>().AsNoTracking().Where(change => change.Id > place.ChangeId).OrderBy(change => change.Id).Take(BatchSize).ToListAsync(cancel);
        if (changes.Count == 0)
            return false;
        foreach (var source in sources)
        {
            var changed = changes.Where(change => change.Kind == source.Kind).GroupBy(change => change.EntityId).ToDictionary(group => group.Key, group => group.Min(change => change.At));
            if (changed.Count > 0)
                await MatchAsync(await source.ReadAsync([.. changed.Keys], cancel), changed, cancel);
        }
        place.ChangeId = changes[^1].Id;
        await write.CommitAsync(cancel);
        return true;
    }

    private async Task MatchAsync(IReadOnlyList<SearchDocument> documents, Dictionary<long, DateTimeOffset> changedAt, CancellationToken cancel)
    {
        if (documents.Count == 0)
            return;
        var seen = await SeenAsync(documents, changedAt, cancel);
        // Asked after the changes were read: a search that is older than one of them is among these.
        var all = await searches.CatchUpAsync(cancel);
        var fitting = documents.Where(document => document.At >= seen[document.Key.Id] - Oldest)
            .SelectMany(document => all.Match(document).Select(search => (Search: search, Document: document.Key))).ToList();
        var ids = fitting.Select(one => one.Search).Distinct().ToArray();
        var since = await db.Set<Subscription>().AsNoTracking().Where(one => ids.Contains(one.Id) && one.State == SubscriptionState.Active)
            .Select(one => new { one.Id, one.NewSince }).ToDictionaryAsync(one => one.Id, one => one.NewSince, cancel);
        var found = fitting.Where(one => since.TryGetValue(one.Search, out var from) && seen[one.Document.Id] >= from)
            .Select(one => new Match { SubscriptionId = one.Search, Kind = one.Document.Kind, ItemId = one.Document.Id, FoundAt = clock.Now }).ToList();
        await AddAsync(found, cancel);
    }

    /// <summary>When readers could first find each of these; those that are new are noted.</summary>
    private async Task<Dictionary<long, DateTimeOffset>> SeenAsync(IReadOnlyList<SearchDocument> documents, Dictionary<long, DateTimeOffset> changedAt, CancellationToken cancel)
    {
        var (kind, ids) = (documents[0].Key.Kind, documents.Select(document => document.Key.Id).ToArray());
        var seen = await db.Set<SeenItem>().AsNoTracking().Where(item => item.Kind == kind && ids.Contains(item.ItemId)).ToDictionaryAsync(item => item.ItemId, item => item.SeenAt, cancel);
        foreach (var id in ids.Where(id => !seen.ContainsKey(id)))
        {
            db.Add(new SeenItem { Kind = kind, ItemId = id, SeenAt = changedAt[id] });
            seen[id] = changedAt[id];
        }
        return seen;
    }

    /// <summary>Writes those that are not there yet, and has their subscriptions mailed when they want it.</summary>
    private async Task AddAsync(List<Match> found, CancellationToken cancel)
    {
        if (found.Count == 0)
            return;
        var (kind, items) = (found[0].Kind, found.Select(match => match.ItemId).Distinct().ToArray());
        var known = (await db.Set<Match>().AsNoTracking().Where(match => match.Kind == kind && items.Contains(match.ItemId))
            .Select(match => new { match.SubscriptionId, match.ItemId }).ToListAsync(cancel)).Select(match => (match.SubscriptionId, match.ItemId)).ToHashSet();
        var added = found.Where(match => !known.Contains((match.SubscriptionId, match.ItemId))).ToList();
        db.AddRange(added);
        await db.SaveChangesAsync(cancel);
        // Held until the commit: a digest that is being written meanwhile sees these, or lets them wait for the next one.
        var waking = added.Select(match => match.SubscriptionId).Distinct().Order().ToArray();
        var subscriptions = await db.Set<Subscription>().Where(one => waking.Contains(one.Id)).OrderBy(one => one.Id).WaitingForLocked().ToListAsync(cancel);
        var people = subscriptions.Select(one => one.SubscriberId).Distinct().ToArray();
        var zones = await db.Set<Subscriber>().AsNoTracking().Where(one => people.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Zone, cancel);
        foreach (var subscription in subscriptions.Where(one => one.NextAt is null && one.State == SubscriptionState.Active))
            subscription.NextAt = subscription.Timing.Next(clock.Now, zones[subscription.SubscriberId], settings.Value.Gathering);
    }
}
