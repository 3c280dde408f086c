using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.IntegrationTests.Mail;

public sealed class FolderTransportTests() : DatabaseTest(DatabaseEngine.Sqlite)
{
    [Fact]
    public async Task A_mail_made_from_a_template_lies_in_the_folder_in_the_recipients_language()
    {
        var scope = Paper.NewScope();
        var outbox = (Outbox)scope.GetService(typeof(Outbox))!;
        outbox.Add(await New<MailWriter>().WriteAsync(new TestMail("The Zenne Post", "a folder"), new Mailbox("lecteur@example.org", "Zoé Lecteur"), Language.French));
        var db = (NewsDb)scope.GetService(typeof(NewsDb))!;
        await db.SaveAsync(Cancel);

        await New<OutboxWorker>().SendDueAsync(Cancel);

        var file = Assert.Single(Directory.GetFiles(Path.Combine(Paper.Folder, "mail")));
        var text = await File.ReadAllTextAsync(file, Cancel);
        Assert.StartsWith("Return-Path: <no-reply@localhost>\r\nDelivered-To: lecteur@example.org\r\nDate: Wed, 18 Nov 2026 09:00:00 +0000\r\nFrom: The Zenne Post <no-reply@localhost>\r\nTo: =?utf-8?Q?Zo=C3=A9_Lecteur?= <lecteur@example.org>\r\nSubject: E-mail de test de The Zenne Post\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Language: fr\r\n", text, StringComparison.Ordinal);
        Assert.Contains("=?utf-8?", text, StringComparison.Ordinal);
        Assert.Equal(MailState.Sent, (await db.Set<QueuedMail>().AsNoTracking().SingleAsync(Cancel)).State);
    }

    [Fact]
    public async Task The_same_mail_handed_over_twice_is_there_once()
    {
        var folder = New<FolderTransport>();
        var envelope = new Envelope { Sender = "", Recipient = "reader@example.org", MessageId = "../../20261118.4711@zenne.example", Content = "Subject: Hello\r\n\r\nHello\r\n"u8.ToArray() };

        Assert.Equal(DeliveryOutcome.Accepted, (await folder.SendAsync(envelope, Cancel)).Outcome);
        Assert.Equal(DeliveryOutcome.Accepted, (await folder.SendAsync(envelope, Cancel)).Outcome);

        Assert.Equal(["......20261118.4711.eml"], Directory.GetFiles(folder.Folder).Select(Path.GetFileName));
    }
}
