using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail.Mime;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Mail;

/// <summary>Sends one mail past the outbox, to see whether the settings work and what the server says.</summary>
public sealed class MailTrial(
    IMailTransport transport, MailWriter writer, MailSenders senders, PaperClock clock, IOptions<MailSettings> mail, IServiceScopeFactory scopes)
{
    /// <summary>Which way mails go, in words.</summary>
    public string Way => mail.Value.Transport == MailTransportKind.Smtp
        ? $"{mail.Value.Smtp.Host}:{mail.Value.Smtp.EffectivePort}"
        : "the folder mail in Site:DataPath";

    /// <exception cref="FormatException">The address is none.</exception>
    public async Task<Delivery> SendAsync(string address, CancellationToken cancel)
    {
        var to = new Mailbox(address);
        await using var scope = scopes.CreateAsyncScope();
        var face = await scope.ServiceProvider.GetRequiredService<FindSiteFace>()();
        var written = await writer.WriteAsync(new TestMail(face.Name, Way), to, Language.Default);
        var from = senders.From(written.Stream, written.SiteName);
        var message = new MimeMessage
        {
            From = from,
            To = [to],
            Subject = written.Subject,
            Text = written.Text,
            Html = written.Html,
            Language = written.Language,
            Date = clock.Now,
            MessageId = Outbox.NewMessageId(clock.Now, from.Domain),
        };
        return await transport.SendAsync(new Envelope
        {
            Sender = senders.ReturnPath(from.Address),
            Recipient = to.Address,
            MessageId = message.MessageId,
            Content = message.Write(),
        }, cancel);
    }
}
