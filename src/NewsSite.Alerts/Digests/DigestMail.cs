using NewsSite.Alerts.Links;
using NewsSite.Alerts.Mails;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Digests;

/// <summary>Makes the mail of a draft: with all headers and links by which its reader can stop it.</summary>
public sealed class DigestMail(Outbox outbox, MailWriter writer, AlertLinks links, ListHeaders headers, FindSiteFace face)
{
    /// <summary>No subscriber has this id.</summary>
    private const long Nobody = 0;

    /// <param name="draft">What it holds.</param>
    /// <param name="mailing">Whose sums its stopping counts in.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="isPreview">Its links are nobody's.</param>
    public async Task<OutgoingMail> WriteAsync(Draft draft, long mailing, CancellationToken cancel, bool isPreview = false)
    {
        var language = Language.OrDefault(draft.Subscriber.Language);
        var subscriber = isPreview ? Nobody : draft.Subscriber.Id;
        var stop = await links.UnsubscribeAsync(language, subscriber, mailing, [.. draft.Subscriptions.Select(one => one.Id)], cancel);
        var name = (await face()).Name;
        var digest = new AlertDigest
        {
            Site = name,
            Parts = draft.Parts,
            PreferencesLink = await links.PreferencesAsync(language, subscriber, cancel),
            StopLink = stop,
        };
        return await writer.WriteAsync(digest, new Mailbox(draft.Subscriber.Email), language, headers.Of("alerts", name, mailing, stop));
    }

    public string Send(OutgoingMail mail) => outbox.Add(mail);
}
