using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Mail;

namespace NewsSite.Alerts.Mailings;

/// <summary>A mailing with all that is known of it. The books agree where candidates = written + excluded.</summary>
public sealed record MailingBook(Mailing Mailing, IReadOnlyDictionary<EntryOutcome, int> Entries, HandoverSums Handovers)
{
    public bool Agrees => Mailing.Candidates == Mailing.Written + Mailing.Excluded
        && Mailing.Candidates == Entries.Values.Sum() && Mailing.Written == Entries.GetValueOrDefault(EntryOutcome.Written);
}

/// <summary>What the newsroom may ask of mailings.</summary>
public sealed class MailingCatalogue(NewsDb db, Handovers handovers)
{
    /// <summary>The newest first.</summary>
    /// <param name="before">The id of the last one that was shown; null: from the newest on.</param>
    public async Task<IReadOnlyList<Mailing>> LatestAsync(int size, long? before = null, CancellationToken cancel = default) =>
        await db.Set<Mailing>().AsNoTracking().Where(mailing => before == null || mailing.Id < before).OrderByDescending(mailing => mailing.Id).Take(size).ToListAsync(cancel);

    public async Task<MailingBook?> FindAsync(long id, CancellationToken cancel = default)
    {
        if (await db.Set<Mailing>().AsNoTracking().SingleOrDefaultAsync(mailing => mailing.Id == id, cancel) is not { } mailing)
            return null;
        var entries = await db.Set<MailingEntry>().AsNoTracking().Where(entry => entry.MailingId == id).GroupBy(entry => entry.Outcome)
            .Select(group => new { Outcome = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Outcome, group => group.Count, cancel);
        var messages = db.Set<MailingEntry>().Where(entry => entry.MailingId == id && entry.MessageId != null).Select(entry => entry.MessageId!);
        return new MailingBook(mailing, entries, await handovers.OfAsync(messages, cancel));
    }
}
