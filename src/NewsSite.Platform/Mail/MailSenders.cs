using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Mail;

/// <summary>Who a mail comes from, and where its bounces go.</summary>
public sealed class MailSenders(IOptions<MailSettings> mail, IOptions<SiteSettings> site)
{
    private readonly Mailbox _transactional = Sender(mail.Value.From.Transactional, site.Value);
    private readonly Mailbox _subscription = Sender(mail.Value.From.Subscription, site.Value);

    /// <param name="stream">Which kind of mail.</param>
    /// <param name="siteName">The site's name now, for where no sender is set.</param>
    public Mailbox From(MailStream stream, string siteName = "")
    {
        var (sender, setting) = stream == MailStream.Subscription ? (_subscription, mail.Value.From.Subscription) : (_transactional, mail.Value.From.Transactional);
        return setting.Length > 0 || siteName.Length == 0 ? sender : new Mailbox(sender.Address, siteName);
    }

    /// <summary>The envelope's sender for a mail from that address.</summary>
    public string ReturnPath(string from) =>
        mail.Value.BounceDomain.Length == 0 ? from : $"bounces@{mail.Value.BounceDomain}";

    /// <summary>Without a setting (possible with the folder only) the paper's name, at its own host.</summary>
    private static Mailbox Sender(string setting, SiteSettings site)
    {
        if (setting.Length > 0)
            return Mailbox.Parse(setting);
        var host = new Uri(site.PublicUrl).IdnHost;
        return new Mailbox(Mailbox.Fault("no-reply@" + host) is null ? "no-reply@" + host : "no-reply@localhost", site.Name);
    }
}
