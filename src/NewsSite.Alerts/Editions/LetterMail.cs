using NewsSite.Alerts.Links;
using NewsSite.Alerts.Mails;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Editions;

/// <summary>Makes one reader's mail of a letter.</summary>
public sealed class LetterMail(Outbox outbox, MailWriter writer, AlertLinks links, ListHeaders headers, FindSiteFace face)
{
    public async Task<OutgoingMail> WriteAsync(Letter letter, Subscription subscription, long mailing, CancellationToken cancel)
    {
        var language = Language.OrDefault(subscription.Subscriber.Language);
        var stop = await links.UnsubscribeAsync(language, subscription.SubscriberId, mailing, [subscription.Id], cancel);
        var name = (await face()).Name;
        var newsLetter = new NewsLetter
        {
            Site = name,
            Letter = letter,
            PreferencesLink = await links.PreferencesAsync(language, subscription.SubscriberId, cancel),
            StopLink = stop,
        };
        return await writer.WriteAsync(newsLetter, new Mailbox(subscription.Subscriber.Email), language, headers.Of(letter.Key.Kind.ToString().ToLowerInvariant(), name, mailing, stop));
    }

    public string Send(OutgoingMail mail) => outbox.Add(mail);
}
