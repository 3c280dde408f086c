using System.Globalization;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Mime;
using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Mails;

/// <summary>The headers of mails that somebody has subscribed to.</summary>
public sealed class ListHeaders(MailSenders senders, IOptions<SiteSettings> settings)
{
    /// <param name="list">Such as "alerts".</param>
    /// <param name="site">The paper's name.</param>
    /// <param name="mailing">For the sums of those who receive much mail of ours (Feedback-ID).</param>
    /// <param name="stop">The address that ends it with one click (RFC 8058).</param>
    public IReadOnlyList<MailHeader> Of(string list, string site, long mailing, string stop)
    {
        var host = new Uri(settings.Value.PublicUrl).IdnHost;
        var sender = senders.From(MailStream.Subscription).Domain;
        return
        [
            MailHeader.ListId($"{site} {list}", $"{list}.{host}"),
            new MailHeader("List-Unsubscribe", $"<{stop}>"),
            new MailHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            new MailHeader("Feedback-ID", string.Create(CultureInfo.InvariantCulture, $"{mailing}:{list}:subscription:{sender}")),
            new MailHeader("Precedence", "list"),
        ];
    }
}
