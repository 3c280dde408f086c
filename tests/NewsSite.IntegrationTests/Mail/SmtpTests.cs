using System.Text;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Smtp;
using NewsSite.Tests;

namespace NewsSite.IntegrationTests.Mail;

/// <summary>What these tests of the client against a scripted server share.</summary>
public abstract class SmtpTests
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Short, so that a silent server costs a test little.</summary>
    internal static SmtpTimeouts Impatient { get; } = new()
    {
        Connect = TimeSpan.FromSeconds(5),
        Command = TimeSpan.FromSeconds(1),
        Envelope = TimeSpan.FromSeconds(1),
        Content = TimeSpan.FromSeconds(1),
        Acceptance = TimeSpan.FromSeconds(1),
        Farewell = TimeSpan.FromMilliseconds(200),
    };

    internal static SmtpSettings Settings(ScriptedServer server, SmtpTls tls = SmtpTls.None) =>
        new() { Host = "localhost", Port = server.Port, Tls = tls, Connections = 2 };

    internal static SmtpTransport Client(SmtpSettings settings) => new(settings, Impatient, new SettableClock());

    internal static Envelope Mail(string recipient = "reader@example.org", string content = "Subject: Hello\r\n\r\nHello\r\n") => new()
    {
        Sender = "bounces@zenne.example",
        Recipient = recipient,
        MessageId = "4711@zenne.example",
        Content = Encoding.UTF8.GetBytes(content),
    };

    internal static async Task<Delivery> SendAsync(ScriptedServer server, Envelope? mail = null, SmtpSettings? settings = null)
    {
        await using var client = Client(settings ?? Settings(server));
        return await client.SendAsync(mail ?? Mail(), Cancel);
    }
}
