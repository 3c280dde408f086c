using System.Diagnostics;
using System.Text;
using System.Text.Json;
using NewsSite.Platform.Mail;
using NewsSite.Tests;

namespace NewsSite.IntegrationTests.Mail;

/// <summary>What we write is read by postal-mime, a parser that is not ours.</summary>
public sealed class MailParserTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_parser_finds_in_a_mail_what_we_put_into_it()
    {
        var messages = MailExamples.All().ToList();

        var parsed = await ParseAsync(messages.Select(message => message.Write()));

        Assert.Equal(messages.Count, parsed.Count);
        foreach (var (message, mail) in messages.Zip(parsed))
        {
            Assert.Equal(message.Subject, mail.GetProperty("subject").GetString());
            AssertAddress(message.From, mail.GetProperty("from"));
            AssertAddress(message.To[0], Assert.Single(mail.GetProperty("to").EnumerateArray()));
            if (message.ReplyTo.Count > 0)
                Assert.Equal(message.ReplyTo.Count, mail.GetProperty("replyTo").GetArrayLength());
            Assert.Equal("2026-11-18T09:00:00.000Z", mail.GetProperty("date").GetString());
            Assert.Equal($"<{message.MessageId}>", mail.GetProperty("messageId").GetString());
            Assert.Equal(Lines(message.Text), Lines(mail.GetProperty("text").GetString()!));
            Assert.Equal(Lines(message.Html), Lines(mail.GetProperty("html").GetString()!));
            Assert.Equal(0, mail.GetProperty("attachments").GetInt32());
            Assert.Equal("fr", Header(mail, "content-language"));
            Assert.Equal("auto-generated", Header(mail, "auto-submitted"));
            Assert.Equal(message.Headers[0].Value, Header(mail, "list-unsubscribe"));
            Assert.Equal("List-Unsubscribe=One-Click", Header(mail, "list-unsubscribe-post"));
            Assert.EndsWith("<daily.zenne.example>", Header(mail, "list-id"), StringComparison.Ordinal);
        }
    }

    private static void AssertAddress(Mailbox expected, JsonElement found)
    {
        Assert.Equal(expected.Address, found.GetProperty("address").GetString());
        Assert.Equal(expected.Name, found.GetProperty("name").GetString());
    }

    private static string Header(JsonElement mail, string name) =>
        mail.GetProperty("headers").EnumerateArray().Single(header => header.GetProperty("key").GetString() == name).GetProperty("value").GetString()!;

    /// <summary>The kind of line end is the transport's; one at the very end is ours.</summary>
    private static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');

    private static async Task<List<JsonElement>> ParseAsync(IEnumerable<byte[]> mails)
    {
        var folder = Repository.PathOf("tests", "NewsSite.IntegrationTests", "Mail");
        using var node = Process.Start(new ProcessStartInfo("node", ["parse.mjs"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false })!;
        var found = node.StandardOutput.ReadToEndAsync(Cancel);
        foreach (var mail in mails)
            await node.StandardInput.WriteLineAsync(Convert.ToBase64String(mail));
        node.StandardInput.Close();
        return [.. (await found).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
