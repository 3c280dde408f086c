using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Consents;
using NewsSite.Alerts.Mailings;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Editions;

/// <summary>
/// Mails letters to those for whom it is time: the entry in the ledger, whose key is the letter and the subscription, the mail in the
/// outbox and the next time are one transaction.
/// </summary>
public sealed class DueLetters(NewsDb db, CurrentLetters letters, LetterMail mail, MailingLedger ledger, AddressHashes hashes, PaperClock clock)
{
    private const int BatchSize = 100;

    public Task<bool> IsAnyAsync(CancellationToken cancel = default)
    {
        var now = clock.Now;
        return db.Set<Subscription>().AnyAsync(one => one.NextAt <= now && one.About != SubscriptionKind.Search, cancel);
    }

    public async Task WriteAsync(CancellationToken cancel = default)
    {
        while (await WriteBatchAsync(cancel))
            db.ChangeTracker.Clear();
    }

    private async Task<bool> WriteBatchAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        var due = await db.Set<Subscription>().AsNoTracking().Include(one => one.Subscriber).Where(one => one.NextAt <= now && one.About != SubscriptionKind.Search)
            .OrderBy(one => one.NextAt).ThenBy(one => one.Id).Take(BatchSize).ToListAsync(cancel);
        if (due.Count == 0)
            return false;
        var written = new List<(Subscription Subscription, MailingEntry Entry, OutgoingMail? Mail)>();
        foreach (var group in due.GroupBy(one => (one.About, one.Subscriber.Language)))
        {
            foreach (var letter in await letters.OfAsync(KindOf(group.Key.About), Language.OrDefault(group.Key.Language), cancel))
                written.AddRange(await WriteAsync(letter, [.. group], now, cancel));
        }
        await using var write = await db.BeginWriteAsync(cancel);
        var ids = due.Select(one => one.Id).Order().ToArray();
        var held = await db.Set<Subscription>().Where(one => ids.Contains(one.Id)).OrderBy(one => one.Id).WaitingForLocked().ToDictionaryAsync(one => one.Id, cancel);
        var unchanged = due.Where(one => held.TryGetValue(one.Id, out var row) && row.State == SubscriptionState.Active && row.NextAt == one.NextAt).ToDictionary(one => one.Id);
        foreach (var (subscription, entry, outgoing) in written.Where(one => unchanged.ContainsKey(one.Subscription.Id)))
            db.Add(outgoing is null ? entry : entry.With(mail.Send(outgoing)));
        foreach (var (id, one) in unchanged)
            held[id].NextAt = one.About == SubscriptionKind.Breaking ? null : one.Timing.Next(now, one.Subscriber.Zone);
        foreach (var mailing in written.Where(one => unchanged.ContainsKey(one.Subscription.Id)).GroupBy(one => one.Entry.MailingId))
            await ledger.CountAsync(mailing.Key, mailing.Count(one => one.Mail is not null), mailing.Count(one => one.Mail is null), cancel);
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>The letter for each of these who has not got it yet.</summary>
    private async Task<List<(Subscription Subscription, MailingEntry Entry, OutgoingMail? Mail)>> WriteAsync(Letter letter, IReadOnlyList<Subscription> subscriptions, DateTimeOffset now, CancellationToken cancel)
    {
        var mailing = await ledger.OpenAsync(letter.Key, cancel);
        var ids = subscriptions.Select(one => one.Id).ToArray();
        var known = await db.Set<MailingEntry>().Where(entry => entry.MailingId == mailing.Id && ids.Contains(entry.Part)).Select(entry => entry.Part).ToListAsync(cancel);
        var written = new List<(Subscription, MailingEntry, OutgoingMail?)>();
        foreach (var subscription in subscriptions.Where(one => !known.Contains(one.Id) && (one.About != SubscriptionKind.Breaking || letter.At >= one.NewSince)))
        {
            var hash = await hashes.OfMailAsync(subscription.Subscriber.Email, cancel);
            var isSuppressed = await db.Set<Suppression>().AnyAsync(one => one.EmailHash == hash, cancel);
            var entry = new MailingEntry
            {
                MailingId = mailing.Id,
                SubscriberId = subscription.SubscriberId,
                DueAt = letter.At,
                Part = subscription.Id,
                Outcome = isSuppressed ? EntryOutcome.Suppressed : EntryOutcome.Written,
                At = now,
            };
            written.Add((subscription, entry, isSuppressed ? null : await mail.WriteAsync(letter, subscription, mailing.Id, cancel)));
        }
        return written;
    }

    private static MailingKind KindOf(SubscriptionKind about) => about switch
    {
        SubscriptionKind.Breaking => MailingKind.Breaking,
        SubscriptionKind.Weekly => MailingKind.Weekly,
        _ => MailingKind.Morning,
    };
}
