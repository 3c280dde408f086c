using NewsSite.Alerts.Links;
using NewsSite.Alerts.Mails;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Mime;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Digests;

/// <summary>Makes the mail of a draft: with all headers and links by which its reader can stop it.</summary>
public sealed class DigestMail(Outbox outbox, MailWriter writer, AlertLinks links, ListHeaders headers, FindSiteFace face)
{
    public async Task<OutgoingMail> WriteAsync(Draft draft, long mailing, CancellationToken cancel)
    {
        var language = Language.OrDefault(draft.Subscriber.Language);
        var stop = await links.UnsubscribeAsync(language, draft.Subscriber.Id, mailing, [.. draft.Subscriptions.Select(one => one.Id)], cancel);
        var name = (await face()).Name;
        var digest = new AlertDigest
        {
            Site = name,
            Parts = draft.Parts,
            PreferencesLink = await links.PreferencesAsync(language, draft.Subscriber.Id, cancel),
            StopLink = stop,
        };
        return await writer.WriteAsync(digest, new Mailbox(draft.Subscriber.Email), language, headers.Of("alerts", name, mailing, stop));
    }

    public string Send(OutgoingMail mail) => outbox.Add(mail);
}
