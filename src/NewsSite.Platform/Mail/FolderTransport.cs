using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Mail;

/// <summary>
/// Lays mails as .eml files into the data folder, as a mail server lays them into a mailbox. The file is named by the
/// Message-ID, so that a mail handed over twice is there once.
/// </summary>
public sealed class FolderTransport(IHostEnvironment environment, IOptions<SiteSettings> settings) : IMailTransport
{
    public const string Extension = ".eml";

    /// <summary>Where the mails lie; made when the first one comes.</summary>
    public string Folder => Path.Combine(Folders.Data(environment, settings), "mail");

    public int Connections => 1;

    public async Task<Delivery> SendAsync(Envelope envelope, CancellationToken cancel)
    {
        var name = NameOf(envelope.MessageId);
        var path = Path.Combine(Directory.CreateDirectory(Folder).FullName, name);
        var unfinished = path + ".tmp";
        try
        {
            await using (var file = File.Create(unfinished))
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes($"Return-Path: <{envelope.Sender}>\r\nDelivered-To: {envelope.Recipient}\r\n"), cancel);
                await file.WriteAsync(envelope.Content, cancel);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Delivery.NoConnection($"The mail cannot be laid into {Folder}: {failure.Message}");
        }
        return new Delivery(DeliveryOutcome.Accepted, 250, $"250 2.0.0 laid down as {name}");
    }

    public Task RestAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The part before the @, of which we make only digits, letters and dots.</summary>
    private static string NameOf(string messageId) =>
        string.Concat(messageId.TakeWhile(letter => letter != '@').Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '.')) + Extension;
}
