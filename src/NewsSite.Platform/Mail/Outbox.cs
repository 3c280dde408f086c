using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Mail;

/// <summary>
/// Where every mail leaves from. It is written in the caller's transaction, so that a mail goes out if and only if its cause
/// was saved; <see cref="OutboxWorker"/> hands it over afterwards.
/// </summary>
public sealed class Outbox(NewsDb db, MailSenders senders, OutboxBell bell, PaperClock clock)
{
    /// <summary>Adds the mail to what the caller is about to save.</summary>
    /// <exception cref="FormatException">It could never be sent: an address, the subject or a header is wrong. Better here than later.</exception>
    /// <returns>The Message-ID, by which the caller may find it again.</returns>
    public string Add(OutgoingMail mail)
    {
        var to = new Mailbox(mail.To, mail.ToName);
        var from = senders.From(mail.Stream, mail.SiteName);
        var now = clock.Now;
        var row = new QueuedMail
        {
            Stream = mail.Stream,
            ToAddress = to.Address,
            ToName = to.Name,
            ReplyTo = mail.ReplyTo.Length > 0 ? new Mailbox(mail.ReplyTo).Address : "",
            FromAddress = from.Address,
            FromName = from.Name,
            Subject = mail.Subject,
            Text = mail.Text,
            Html = mail.Html,
            Language = mail.Language,
            Headers = mail.Headers,
            MessageId = NewMessageId(now, from.Domain),
            CreatedAt = now,
            DueAt = now,
        };
        row.ToMessage().Write();
        db.Add(row);
        db.AfterCommit(bell.Ring);
        return row.MessageId;
    }

    /// <summary>
    /// Forgets a recipient, in the caller's write: what has not left does not leave, and of what has, nobody's name is kept. What is
    /// being handed over at this moment still goes.
    /// </summary>
    public async Task ForgetAsync(Mailbox recipient, CancellationToken cancel = default)
    {
        var address = recipient.Address;
        await db.Set<QueuedMail>().Where(mail => mail.ToAddress == address && mail.State == MailState.Waiting).ExecuteDeleteAsync(cancel);
        await db.Set<QueuedMail>().Where(mail => mail.ToAddress == address && mail.State != MailState.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.ToAddress, "").SetProperty(mail => mail.ToName, "").SetProperty(mail => mail.Subject, "").SetProperty(mail => mail.Text, "").SetProperty(mail => mail.Html, ""), cancel);
    }

    internal static string NewMessageId(DateTimeOffset now, string domain) =>
        $"{now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}.{RandomNumberGenerator.GetHexString(24, lowercase: true)}@{domain}";
}
