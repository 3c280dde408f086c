using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Mail;

namespace NewsSite.Alerts.Digests;

/// <summary>Shows the newsroom a digest as a subscriber would get it now. Its links are dead: nobody acts for somebody else by them.</summary>
public sealed class DigestPreview(NewsDb db, DraftMaker drafts, DigestMail mail, AuditTrail audit)
{
    /// <returns>Null: nobody has that address, or nothing waits for them. Looking is noted in the audit trail.</returns>
    public async Task<OutgoingMail?> MakeAsync(string email, CancellationToken cancel = default)
    {
        if (await DraftAsync(email, cancel) is not { } draft)
            return null;
        audit.Note(new AuditNote { Verb = "look at digest", Kind = "subscriber", Id = draft.Subscriber.Id });
        await db.SaveAsync(cancel);
        return await mail.WriteAsync(draft, 0, cancel, isPreview: true);
    }

    /// <summary>Sends it to a colleague instead.</summary>
    /// <returns>False: as <see cref="MakeAsync"/>.</returns>
    public async Task<bool> SendAsync(string email, Mailbox colleague, CancellationToken cancel = default)
    {
        if (await DraftAsync(email, cancel) is not { } draft)
            return false;
        var written = await mail.WriteAsync(draft, 0, cancel, isPreview: true);
        await using var write = await db.BeginWriteAsync(cancel);
        mail.Send(written with { To = colleague.Address, ToName = colleague.Name });
        audit.Note(new AuditNote { Verb = "send test digest", Kind = "subscriber", Id = draft.Subscriber.Id });
        await write.CommitAsync(cancel);
        return true;
    }

    private async Task<Draft?> DraftAsync(string email, CancellationToken cancel)
    {
        var key = Subscriber.KeyOf(email);
        if (await db.Set<Subscriber>().AsNoTracking().SingleOrDefaultAsync(one => one.EmailKey == key, cancel) is not { } subscriber)
            return null;
        var active = await db.Set<Subscription>().AsNoTracking().Where(one => one.SubscriberId == subscriber.Id && one.About == SubscriptionKind.Search && one.State == SubscriptionState.Active)
            .OrderBy(one => one.Id).ToListAsync(cancel);
        var draft = (await drafts.MakeAsync([(subscriber, active)], cancel))[0];
        return draft.Parts.Count > 0 ? draft : null;
    }
}
