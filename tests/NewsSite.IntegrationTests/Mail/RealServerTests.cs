using System.Text;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Mime;
using NewsSite.Platform.Mail.Smtp;
using NewsSite.Tests;

namespace NewsSite.IntegrationTests.Mail;

/// <summary>Servers that others have written take our mails as they are.</summary>
public sealed class RealServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Postfix_takes_every_mail_as_it_was_written()
    {
        await using var sink = await RealServer.StartSinkAsync();
        var messages = MailExamples.All().ToList();

        var deliveries = await SendAllAsync(sink, messages);

        Assert.All(deliveries, delivery => Assert.Equal((DeliveryOutcome.Accepted, 250), (delivery.Outcome, delivery.Code)));
        AssertArrived(messages, Directory.GetFiles(sink.Folder).Select(File.ReadAllText).ToList());
    }

    [Theory]
    [InlineData("-f", "RCPT", "Permanent", 500)]
    [InlineData("-r", "RCPT", "Temporary", 450)]
    [InlineData("-f", "DATA", "Permanent", 500)]
    [InlineData("-r", ".", "Temporary", 450)]
    [InlineData("-q", "DATA", "NoConnection", 0)]
    [InlineData("-q", ".", "NoConnection", 0)]
    public async Task What_postfix_refuses_is_understood(string option, string step, string outcome, int code)
    {
        await using var sink = await RealServer.StartSinkAsync(option, step);

        var delivery = Assert.Single(await SendAllAsync(sink, [MailExamples.All().First()]));

        Assert.Equal((outcome, code), (delivery.Outcome.ToString(), delivery.Code));
    }

    [Fact]
    public async Task OpenSmtpd_takes_every_mail_and_lays_it_down_as_it_was_written()
    {
        await using var server = await RealServer.StartOpenSmtpdAsync();
        var messages = MailExamples.All().Take(40).ToList();

        var deliveries = await SendAllAsync(server, messages);

        Assert.All(deliveries, delivery => Assert.StartsWith("250 2.0.0", delivery.Reply, StringComparison.Ordinal));
        var maildir = Path.Combine(server.Folder, "home/reader/Maildir/new");
        for (var second = 0; second < 100 && (!Directory.Exists(maildir) || Directory.GetFiles(maildir).Length < messages.Count); second++)
            await Task.Delay(100, Cancel);
        AssertArrived(messages, Directory.GetFiles(maildir).Select(File.ReadAllText).ToList());
    }

    private static void AssertArrived(List<MimeMessage> sent, List<string> arrived)
    {
        Assert.Equal(sent.Count, arrived.Count);
        foreach (var message in sent)
        {
            // Below what the server has put above it, the mail is the same to the byte (a mailbox has its own line ends).
            var written = Encoding.UTF8.GetString(message.Write()).ReplaceLineEndings("\n");
            var id = $"Message-ID: <{message.MessageId}>";
            var file = Assert.Single(arrived, text => text.Contains(id, StringComparison.Ordinal)).ReplaceLineEndings("\n");
            Assert.EndsWith(written.TrimEnd('\n'), file.TrimEnd('\n'), StringComparison.Ordinal);
        }
    }

    private static async Task<Delivery[]> SendAllAsync(RealServer server, List<MimeMessage> messages)
    {
        await using var client = new SmtpTransport(new SmtpSettings { Host = "127.0.0.1", Port = server.Port, Tls = SmtpTls.None, Connections = 3 }, new SmtpTimeouts(), new SettableClock());
        return await Task.WhenAll(messages.Select(message => client.SendAsync(new Envelope
        {
            Sender = "bounces@zenne.example",
            Recipient = message.To[0].Address,
            MessageId = message.MessageId,
            Content = message.Write(),
        }, Cancel)));
    }
}
