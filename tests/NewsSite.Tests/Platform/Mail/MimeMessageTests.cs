using System.Text;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Mime;

namespace NewsSite.Tests.Platform.Mail;

public sealed class MimeMessageTests
{
    [Fact]
    public void A_simple_mail_is_written_as_the_standards_say()
    {
        var text = Encoding.ASCII.GetString(Message().Write());

        Assert.Equal("""
            Date: Wed, 18 Nov 2026 10:00:00 +0100
            From: The Zenne Post <post@zenne.example>
            To: reader@example.org
            Subject: Hello
            Message-ID: <4711@zenne.example>
            MIME-Version: 1.0
            Auto-Submitted: auto-generated
            Content-Language: en
            List-Id: <daily.zenne.example>
            Content-Type: multipart/alternative; boundary="BOUNDARY"

            --BOUNDARY
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 7bit

            Hello.
            --BOUNDARY
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: 7bit

            <p>Hello.</p>
            --BOUNDARY--

            """.ReplaceLineEndings("\r\n"), System.Text.RegularExpressions.Regex.Replace(text, "=_[0-9a-f]{24}", "BOUNDARY"));
        Assert.Equal(text, Encoding.ASCII.GetString(Message().Write()));
    }

    [Fact]
    public void No_line_is_longer_than_the_standards_allow()
    {
        var mail = Message() with
        {
            Subject = string.Join(' ', Enumerable.Repeat("onderwerp é", 40)),
            To = [.. Enumerable.Range(0, 60).Select(number => new Mailbox($"reader{number}@example.org", $"Lecteur N° {number}"))],
            Text = new string('x', 20_000),
            Html = "<p>" + new string('é', 20_000),
            Headers = [new MailHeader("List-Unsubscribe", $"<https://zenne.example/{new string('a', 900)}>, <mailto:stop@zenne.example>")],
        };

        var lines = Encoding.ASCII.GetString(mail.Write()).Split("\r\n");

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 998));
        Assert.All(lines.Where(line => !line.Contains("zenne.example/aaa", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 78));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
    }

    [Theory]
    [InlineData("Hello\r\nBcc: all@example.org")]
    [InlineData("Hello\nworld")]
    [InlineData("Hello\0")]
    [InlineData("Hello\u0085world")]
    [InlineData("Hello\u2028world")]
    public void A_subject_with_control_characters_is_refused_by_name(string subject) =>
        Assert.Contains("U+", Assert.Throws<FormatException>(() => (Message() with { Subject = subject }).Write()).Message, StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Contains("U+D83D", Assert.Throws<FormatException>(() => (Message() with { Subject = "half a pair \ud83d" }).Write()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("X-Note", "a\r\nBcc: all@example.org", "U+000D")]
    [InlineData("X-Note: a\r\nBcc", "b", "name of a mail header")]
    [InlineData("X Note", "b", "name of a mail header")]
    [InlineData("", "b", "name of a mail header")]
    [InlineData("bcc", "all@example.org", "written by the mail itself")]
    [InlineData("Content-Type", "text/html", "written by the mail itself")]
    [InlineData("X-Note", "é", "ASCII")]
    [InlineData("X-Note", " ", "no value")]
    public void A_header_that_would_break_the_mail_is_refused(string name, string value, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => new MailHeader(name, value)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_header_with_a_word_longer_than_a_line_is_refused() =>
        Assert.Throws<FormatException>(() => new MailHeader("X-Note", new string('x', 2000)));

    [Theory]
    [InlineData("reader@example.org", "reader@example.org")]
    [InlineData("first.last+tag@sub.example.org", "first.last+tag@sub.example.org")]
    [InlineData("Reader@EXAMPLE.org", "Reader@example.org")]
    [InlineData("reader@bücher.example", "reader@xn--bcher-kva.example")]
    [InlineData("δοκιμή@example.org", "δοκιμή@example.org")]
    [InlineData("root@localhost", "root@localhost")]
    public void An_address_is_kept_as_servers_need_it(string address, string kept) => Assert.Equal(kept, new Mailbox(address).Address);

    [Theory]
    [InlineData("")]
    [InlineData("reader")]
    [InlineData("@example.org")]
    [InlineData("reader@")]
    [InlineData("rea der@example.org")]
    [InlineData("reader@exa mple.org")]
    [InlineData("reader@@example.org")]
    [InlineData(".reader@example.org")]
    [InlineData("rea..der@example.org")]
    [InlineData("reader@example..org")]
    [InlineData("reader@-example.org")]
    [InlineData("reader@[127.0.0.1]")]
    [InlineData("reader@127.0.0.1")]
    [InlineData("\"reader\"@example.org")]
    [InlineData("reader@example.org\r\nRCPT TO:<other@example.org>")]
    [InlineData("reader@example.org\n")]
    [InlineData("reader>@example.org")]
    [InlineData("reader,other@example.org")]
    [InlineData("(comment)reader@example.org")]
    [InlineData("reader\u00a0@example.org")]
    public void What_is_no_address_is_refused_with_the_reason(string address)
    {
        Assert.NotNull(Mailbox.Fault(address));
        Assert.Throws<FormatException>(() => new Mailbox(address));
    }

    [Theory]
    [InlineData("The Zenne Post <post@zenne.example>", "The Zenne Post", "post@zenne.example")]
    [InlineData("\"Post, The\" <post@zenne.example>", "Post, The", "post@zenne.example")]
    [InlineData(" post@zenne.example ", "", "post@zenne.example")]
    [InlineData("<post@zenne.example>", "", "post@zenne.example")]
    public void A_sender_is_read_as_people_write_it(string text, string name, string address)
    {
        var mailbox = Mailbox.Parse(text);

        Assert.Equal((name, address), (mailbox.Name, mailbox.Address));
    }

    [Fact]
    public void A_name_beside_an_address_cannot_begin_a_header() =>
        Assert.Throws<FormatException>(() => new Mailbox("reader@example.org", "Reader\r\nBcc: all@example.org"));

    [Fact]
    public void Our_own_reader_reads_broken_mails_too()
    {
        Assert.Equal("no header at all", MimePart.Read("no header at all"u8).Text());
        Assert.Equal("", MimePart.Read(""u8).Text());
        Assert.Equal("Grüße", MimePart.Read("Subject: =?iso-8859-1?Q?Gr=FC=DFe?=\n\n"u8).Header("Subject"));
        Assert.Equal("ab", MimePart.Read("Subject: =?utf-8?B?YQ==?=\n =?utf-8?B?Yg==?=\n\n"u8).Header("subject"));
        var open = MimePart.Read("Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C3=A9=\n=ZZ"u8);
        Assert.Equal("<p>é=ZZ", open.Find("text/html")!.Text());
        var nested = string.Concat(Enumerable.Range(0, 50).Select(level => $"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n"));
        Assert.Null(MimePart.Read(Encoding.ASCII.GetBytes(nested)).Find("text/html"));
    }

    private static MimeMessage Message() => new()
    {
        From = new Mailbox("post@zenne.example", "The Zenne Post"),
        To = [new Mailbox("reader@example.org")],
        Subject = "Hello",
        Text = "Hello.\n",
        Html = "<p>Hello.</p>\n",
        Language = "en",
        Date = new DateTimeOffset(2026, 11, 18, 10, 0, 0, TimeSpan.FromHours(1)),
        MessageId = "4711@zenne.example",
        Headers = [MailHeader.ListId("", "daily.zenne.example")],
    };
}
