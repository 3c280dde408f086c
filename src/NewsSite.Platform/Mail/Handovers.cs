using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Platform.Mail;

/// <summary>How far mails of the outbox have come.</summary>
public sealed record HandoverSums(int Waiting, int Sent, int Failed);

/// <summary>Tells what became of mails that others have written.</summary>
public sealed class Handovers(NewsDb db)
{
    /// <param name="messageIds">As a query of this database; an id without a mail is none.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<HandoverSums> OfAsync(IQueryable<string> messageIds, CancellationToken cancel = default)
    {
        var states = await db.Set<QueuedMail>().AsNoTracking().Where(mail => messageIds.Contains(mail.MessageId)).GroupBy(mail => mail.State)
            .Select(group => new { State = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.State, group => group.Count, cancel);
        int Of(MailState state) => states.GetValueOrDefault(state);
        return new HandoverSums(Of(MailState.Waiting) + Of(MailState.Sending), Of(MailState.Sent), Of(MailState.Failed));
    }
}
