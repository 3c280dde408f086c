using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Consents;
using NewsSite.Alerts.Mailings;
using NewsSite.Alerts.SavedSearches;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Digests;

/// <summary>
/// Mails what waits to those for whom it is time. A subscriber's ledger entry, the outcome of every match, the mail in the outbox and
/// the next time are one transaction: cut off at any point, all of it has happened or nothing.
/// </summary>
public sealed class DueDigests(NewsDb db, DraftMaker drafts, DigestMail mail, MailingLedger ledger, AddressHashes hashes, PaperClock clock)
{
    /// <summary>So many subscriptions are looked at, and so many mails are written, in one go.</summary>
    private const int BatchSize = 100;

    public Task<bool> IsAnyAsync(CancellationToken cancel = default)
    {
        var now = clock.Now;
        return db.Set<Subscription>().AnyAsync(one => one.NextAt <= now && one.About == SubscriptionKind.Search, cancel);
    }

    public async Task WriteAsync(CancellationToken cancel = default)
    {
        while (await WriteBatchAsync(cancel))
            db.ChangeTracker.Clear();
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> WriteBatchAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        var due = await DueAsync(now, cancel);
        if (due.Count == 0)
            return false;
        var made = await drafts.MakeAsync([.. due.SelectMany(Together)], cancel);
        var mailing = await ledger.OpenAsync(new MailingKey(MailingKind.Alerts, clock.Today), cancel);
        // Rendered before the write begins, so that nobody waits for it; whoever changed something meanwhile is written the next time.
        var rendered = new List<(Draft Draft, EntryOutcome Outcome, Platform.Mail.OutgoingMail? Mail)>();
        foreach (var draft in made)
        {
            var outcome = draft.Parts.Count == 0 ? EntryOutcome.NothingLeft : await IsSuppressedAsync(draft.Subscriber, cancel) ? EntryOutcome.Suppressed : EntryOutcome.Written;
            rendered.Add((draft, outcome, outcome == EntryOutcome.Written ? await mail.WriteAsync(draft, mailing.Id, cancel) : null));
        }
        await using var write = await db.BeginWriteAsync(cancel);
        var ids = made.SelectMany(draft => draft.Subscriptions).Select(one => one.Id).Order().ToArray();
        var held = await db.Set<Subscription>().Where(one => ids.Contains(one.Id)).OrderBy(one => one.Id).WaitingForLocked().ToDictionaryAsync(one => one.Id, cancel);
        var entries = new List<(Draft Draft, MailingEntry Entry)>();
        foreach (var (draft, outcome, written) in rendered.Where(one => IsUnchanged(one.Draft, held)))
        {
            var entry = new MailingEntry
            {
                MailingId = mailing.Id,
                SubscriberId = draft.Subscriber.Id,
                DueAt = draft.Subscriptions.Min(one => one.NextAt!.Value),
                Part = draft.Subscriptions[0].Id,
                Outcome = outcome,
                At = now,
                MessageId = written is null ? null : mail.Send(written),
            };
            db.Add(entry);
            entries.Add((draft, entry));
        }
        await db.SaveChangesAsync(cancel);
        foreach (var (draft, entry) in entries)
            Settle(draft, entry);
        await db.SaveChangesAsync(cancel);
        await ScheduleRestAsync([.. entries.SelectMany(one => one.Draft.Subscriptions).Select(one => held[one.Id])], due, now, cancel);
        var mailed = entries.Count(one => one.Entry.Outcome == EntryOutcome.Written);
        await ledger.CountAsync(mailing.Id, mailed, entries.Count - mailed, cancel);
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>The people for whom it is longest time, each with all that is due for them now.</summary>
    private async Task<IReadOnlyList<(Subscriber Subscriber, IReadOnlyList<Subscription> Due)>> DueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var first = await db.Set<Subscription>().AsNoTracking().Where(one => one.NextAt != null && one.NextAt <= now && one.About == SubscriptionKind.Search).OrderBy(one => one.NextAt).ThenBy(one => one.Id)
            .Take(BatchSize).Select(one => one.SubscriberId).ToListAsync(cancel);
        var people = first.Distinct().ToArray();
        var subscriptions = (await db.Set<Subscription>().AsNoTracking().Where(one => people.Contains(one.SubscriberId) && one.NextAt != null && one.NextAt <= now && one.About == SubscriptionKind.Search).OrderBy(one => one.Id)
            .ToListAsync(cancel)).ToLookup(one => one.SubscriberId);
        var subscribers = await db.Set<Subscriber>().AsNoTracking().Where(one => people.Contains(one.Id)).OrderBy(one => one.Id).ToListAsync(cancel);
        return [.. subscribers.Select(subscriber => (subscriber, (IReadOnlyList<Subscription>)[.. subscriptions[subscriber.Id]]))];
    }

    /// <summary>All that is due for one person is one mail, or each subscription is one of its own.</summary>
    private static IEnumerable<(Subscriber Subscriber, IReadOnlyList<Subscription> Together)> Together((Subscriber Subscriber, IReadOnlyList<Subscription> Due) person) =>
        person.Subscriber.OneMail ? [person] : person.Due.Select(one => (person.Subscriber, (IReadOnlyList<Subscription>)[one]));

    private async Task<bool> IsSuppressedAsync(Subscriber subscriber, CancellationToken cancel)
    {
        var hash = await hashes.OfMailAsync(subscriber.Email, cancel);
        return await db.Set<Suppression>().AnyAsync(one => one.EmailHash == hash, cancel);
    }

    /// <summary>Neither stopped nor changed, nor written by another node, since it was laid out.</summary>
    private static bool IsUnchanged(Draft draft, Dictionary<long, Subscription> held) => draft.Subscriptions.All(one =>
        held.TryGetValue(one.Id, out var now) && now.State == SubscriptionState.Active && now.NextAt == one.NextAt && now.Query == one.Query && now.Timing == one.Timing);

    private void Settle(Draft draft, MailingEntry entry)
    {
        foreach (var (match, outcome) in draft.Settled)
        {
            db.Attach(match);
            (match.Outcome, match.EntryId) = (entry.Outcome == EntryOutcome.Suppressed && outcome == MatchOutcome.Mailed ? MatchOutcome.FitsNoMore : outcome, entry.Id);
        }
    }

    /// <summary>What has come in since waits for the next time.</summary>
    private async Task ScheduleRestAsync(
        List<Subscription> written, IReadOnlyList<(Subscriber Subscriber, IReadOnlyList<Subscription> Due)> due, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = written.Select(one => one.Id).ToArray();
        var still = (await db.Set<Match>().Where(match => ids.Contains(match.SubscriptionId) && match.Outcome == MatchOutcome.Waiting).Select(match => match.SubscriptionId).Distinct().ToListAsync(cancel)).ToHashSet();
        var zones = due.ToDictionary(person => person.Subscriber.Id, person => person.Subscriber.Zone);
        foreach (var subscription in written)
            subscription.NextAt = still.Contains(subscription.Id) ? subscription.Timing.Next(now, zones[subscription.SubscriberId]) : null;
    }
}
