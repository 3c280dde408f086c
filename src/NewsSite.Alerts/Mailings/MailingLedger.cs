using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Mailings;

/// <summary>Which mailing: one of a kind, day, language and thing.</summary>
/// <param name="Language">Empty: of all languages.</param>
/// <param name="ThingId">The article of breaking news; 0: none.</param>
public sealed record MailingKey(MailingKind Kind, DateOnly Day, string Language = "", long ThingId = 0);

/// <summary>Opens mailings and counts what was settled in them.</summary>
public sealed class MailingLedger(NewsDb db, PaperClock clock)
{
    /// <summary>The mailing of that key, made with the first that asks. Saves its own write.</summary>
    public async Task<Mailing> OpenAsync(MailingKey key, CancellationToken cancel)
    {
        var made = db.Set<Mailing>().AsNoTracking().Where(one => one.Kind == key.Kind && one.Day == key.Day && one.Language == key.Language && one.ThingId == key.ThingId);
        if (await made.SingleOrDefaultAsync(cancel) is { } known)
            return known;
        var mailing = new Mailing { Kind = key.Kind, Day = key.Day, Language = key.Language, ThingId = key.ThingId, StartedAt = clock.Now };
        db.Add(mailing);
        try
        {
            await db.SaveAsync(cancel);
            return mailing;
        }
        catch (DbUpdateException failure) when (failure.IsTaken())
        {
            // Another node was quicker.
            db.ChangeTracker.Clear();
            return await made.SingleAsync(cancel);
        }
    }

    /// <summary>Counts in the caller's write what it has settled.</summary>
    public Task CountAsync(long mailing, int written, int excluded, CancellationToken cancel) => written + excluded == 0 ? Task.CompletedTask
        : db.Set<Mailing>().Where(one => one.Id == mailing).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.Candidates, one => one.Candidates + written + excluded)
            .SetProperty(one => one.Written, one => one.Written + written)
            .SetProperty(one => one.Excluded, one => one.Excluded + excluded), cancel);
}
