using System.Text;
using NewsSite.Platform.Mail.Bounces;

namespace NewsSite.Tests.Platform.Mail.Bounces;

public sealed class ReturnedMailTests
{
    [Theory]
    [InlineData("failed", "5.1.1", "smtp; 550 5.1.1 <reader@home.example>: Recipient address rejected", ReturnedKind.Failed, BounceWeight.Hard)]
    [InlineData("failed", "5.2.2", "smtp; 552 5.2.2 Over quota", ReturnedKind.Failed, BounceWeight.Soft)]
    [InlineData("failed", "5.0.0", "smtp; 550 Mailbox full", ReturnedKind.Failed, BounceWeight.Soft)]
    [InlineData("failed", "5.7.1", "smtp; 554 5.7.1 Message rejected as spam", ReturnedKind.Failed, BounceWeight.Soft)]
    [InlineData("failed", "4.4.7", "smtp; Delivery time expired", ReturnedKind.Failed, BounceWeight.Soft)]
    [InlineData("Failed (bad mailbox)", "5.1.1 (no such user)", "", ReturnedKind.Failed, BounceWeight.Hard)]
    [InlineData("delayed", "4.4.1", "smtp; connection timed out", ReturnedKind.Delayed, BounceWeight.Soft)]
    [InlineData("delivered", "2.0.0", "", ReturnedKind.Ordinary, BounceWeight.Soft)]
    [InlineData("relayed", "2.0.0", "", ReturnedKind.Ordinary, BounceWeight.Soft)]
    public void A_report_says_what_became_of_the_mail(string action, string status, string diagnostic, ReturnedKind kind, BounceWeight weight)
    {
        var returned = Read(Report($"""
            Reporting-MTA: dns; mx.home.example

            Original-Recipient: rfc822;reader@home.example
            Final-Recipient: rfc822; box17@inner.home.example
            Action: {action}
            Status: {status}
            Diagnostic-Code: {diagnostic}
            """));

        Assert.Equal((kind, weight), (returned.Kind, returned.Weight));
        if (kind != ReturnedKind.Ordinary)
            Assert.Equal("reader@home.example", Assert.Single(returned.Recipients).Address);
        Assert.Contains("b-abc-aaaabbbbccccdddd@bounces.zenne.example", returned.ArrivedAt);
    }

    [Fact]
    public void A_report_of_several_recipients_counts_by_the_one_that_failed()
    {
        var returned = Read(Report("""
            Reporting-MTA: dns; mx.home.example

            Final-Recipient: rfc822; late@home.example
            Action: delayed
            Status: 4.4.1

            Final-Recipient: rfc822; gone@home.example
            Action: failed
            Status: 5.1.1
            """));

        Assert.Equal((ReturnedKind.Failed, BounceWeight.Hard), (returned.Kind, returned.Weight));
        Assert.Equal([("late@home.example", true), ("gone@home.example", false)], returned.Recipients.Select(recipient => (recipient.Address, recipient.IsDelayed)));
        Assert.Equal("<17@zenne.example>", returned.Original?.Header("Message-ID"));
    }

    [Fact]
    public void A_header_may_be_folded_by_a_tab() =>
        Assert.Equal(ReturnedKind.Failed, Read(Report("Final-Recipient: rfc822; gone@home.example\nAction: failed\nStatus: 5.1.1").Replace("; boundary=", ";\n\tboundary=", StringComparison.Ordinal)).Kind);

    [Fact]
    public void A_list_of_recipients_is_understood_in_any_language() =>
        Assert.Equal(ReturnedKind.Failed, Read(Mail("MAILER-DAEMON@home.example", "退信", "邮件无法发送\n\n<reader@home.example>:\n\n--- Original message ---\nTo: x")).Kind);

    [Theory]
    [InlineData("Mail Delivery System <Mailer-Daemon@home.example>", "Mail delivery failed: returning message to sender", "A message that you sent could not be delivered to all of its recipients.\n\n  reader@home.example:\n    550 unknown user", BounceWeight.Hard)]
    [InlineData("MAILER-DAEMON@home.example", "failure notice", "Hi. This is the qmail-send program at home.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<reader@home.example>:\nSorry, no mailbox here by that name. (#5.1.1)", BounceWeight.Hard)]
    [InlineData("MAILER-DAEMON@home.example", "Delivery failure", "Unable to deliver message to the following address(es).\n\n<reader@home.example>:\nThis account is over quota.", BounceWeight.Soft)]
    [InlineData("System Administrator <sa@home.example>", "Undeliverable: Your jobs", "Your message did not reach some or all of the intended recipients.\n\n  reader@home.example\n  The recipient name is not recognized", BounceWeight.Hard)]
    [InlineData("postmaster@home.example", "Onbestelbaar: Uw vacatures", "Uw bericht kon niet worden bezorgd aan reader@home.example.", BounceWeight.Hard)]
    [InlineData("postmaster@home.example", "Message non remis", "Votre message n'a pas pu être délivré à\nreader@home.example", BounceWeight.Hard)]
    [InlineData("robot17@home.example", "Mail could not be delivered", "Your message could not be delivered to\nreader@home.example", BounceWeight.Hard)]
    public void A_notice_for_people_is_understood(string from, string subject, string text, BounceWeight weight)
    {
        var returned = Read(Mail(from, subject, text + "\n\n--- Below this line is a copy of the message.\n\nTo: somebody@else.example\nSubject: Your jobs"));

        Assert.Equal((ReturnedKind.Failed, weight), (returned.Kind, returned.Weight));
        Assert.Equal(["reader@home.example"], returned.Recipients.Select(recipient => recipient.Address));
    }

    [Theory]
    [InlineData("Warning: message delayed 24 hours", "Your message has not yet been delivered to reader@home.example. Delivery attempts will continue.")]
    [InlineData("Delayed Mail (still being retried)", "THIS IS A WARNING MESSAGE ONLY. Your message could not be delivered for 4 hours. It will be retried for 5 days.")]
    public void A_warning_is_no_failure(string subject, string text) =>
        Assert.Equal(ReturnedKind.Delayed, Read(Mail("MAILER-DAEMON@home.example", subject, text)).Kind);

    [Theory]
    [InlineData("abuse", ReturnedKind.Complaint)]
    [InlineData("fraud", ReturnedKind.Complaint)]
    [InlineData("not-spam", ReturnedKind.Ordinary)]
    public void A_complaint_is_told_from_its_contrary(string type, ReturnedKind kind)
    {
        var returned = Read($"""
            From: feedback@provider.example
            To: complaints@zenne.example
            Subject: FW: Your jobs
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report;
             boundary="x"

            --x
            Content-Type: text/plain

            This is an email abuse report.
            --x
            Content-Type: message/feedback-report

            Feedback-Type: {type}
            User-Agent: Provider/1.0
            Version: 1

            --x
            Content-Type: message/rfc822

            Return-Path: <b-abc-aaaabbbbccccdddd@bounces.zenne.example>
            Subject: Your jobs

            Text
            --x--
            """);

        Assert.Equal(kind, returned.Kind);
        Assert.Equal("<b-abc-aaaabbbbccccdddd@bounces.zenne.example>", returned.Original?.Header("Return-Path"));
    }

    [Theory]
    [InlineData("Subject: Out of office: Your jobs")]
    [InlineData("Subject: Automatisch antwoord: Uw vacatures")]
    [InlineData("Subject: Réponse automatique : Vos emplois")]
    [InlineData("Subject: Re: Your jobs\nAuto-Submitted: auto-replied")]
    [InlineData("Subject: Re: Your jobs\nX-Autoreply: yes\nReturn-Path: <>")]
    [InlineData("Subject: Re: Your jobs\nAuto-Submitted: auto-replied (vacation)\nReturn-Path: <>")]
    public void Who_is_away_does_not_bounce(string header) =>
        Assert.Equal(ReturnedKind.AutoReply, Read($"From: A Reader <reader@home.example>\nTo: b-abc-aaaabbbbccccdddd@bounces.zenne.example\n{header}\n\nI am away until Monday and cannot be reached at reader@home.example. Write to 550 colleagues instead.").Kind);

    [Theory]
    [InlineData("A Reader <reader@home.example>", "Re: Your jobs", "Thank you. Do you also have jobs for bakers?")]
    [InlineData("A Reader <reader@home.example>", "Delivery", "The paper was not delivered on Monday. Could not be reached by phone either. My address is reader@home.example.")]
    [InlineData("A Reader <reader@home.example>", "Fwd: failure notice", "Look what I got:\n\nUnable to deliver message to the following address(es).\n\n<you@zenne.example>:\n550 no such user here\n\n--- Below this line is a copy of the message.")]
    [InlineData("A Reader <reader@home.example>", "Re: failure notice", "What does this mean?\n\n> Unable to deliver message to the following address(es).\n> <you@zenne.example>: user unknown")]
    [InlineData("Parcels <info@parcels.example>", "Your parcel could not be delivered", "We were unable to deliver your parcel to your address. Please call us.")]
    [InlineData("Jobs <jobs@firm.example>", "Your application", "We regret that the user interface developer has been found. You did not reach the next round.")]
    [InlineData("Postmaster <postmaster@home.example>", "Maintenance on Sunday", "Dear all, the mail server will be restarted on Sunday at 7.")]
    [InlineData("Weekly <news@other.example>", "The week in mail: 550 errors explained", "Our column on mail servers. Read more at other.example.")]
    [InlineData("", "", "")]
    public void An_ordinary_mail_is_an_ordinary_mail(string from, string subject, string text) =>
        Assert.Equal(ReturnedKind.Ordinary, Read(Mail(from, subject, text)).Kind);

    [Fact]
    public void Anything_at_all_is_read()
    {
        var random = new Random(3);
        var whole = Report("Final-Recipient: rfc822; late@home.example\nAction: failed\nStatus: 5.1.1");
        for (var time = 0; time < 500; time++)
        {
            var bytes = Encoding.UTF8.GetBytes(whole)[..random.Next(whole.Length)];
            for (var change = random.Next(20); change > 0 && bytes.Length > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.NotNull(ReturnedMailReading.Read(bytes));
        }
        foreach (var heap in new[] { new string('>', 2_000_000), new string('-', 2_000_000), string.Concat(Enumerable.Repeat("a@b.c ", 200_000)), string.Concat(Enumerable.Repeat("could not be delivered to ", 50_000)) })
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Assert.NotNull(Read(Mail("MAILER-DAEMON@home.example", "failure notice", heap)));
            Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
        }
    }

    /// <summary>What each of the collected bounces is; those not named failed.</summary>
    private static readonly string[] Delayed =
        ["dsn_05", "dsn_06", "dsn_07", "dsn_08", "dsn_17", "simple_03", "simple_21", "simple_22", "simple_28", "simple_35"];

    [SharedDataFact("bounces/flufl")]
    public void Every_collected_bounce_is_one()
    {
        var wrong = SharedData.Files("bounces/flufl", "*_??.txt")
            .Select(path => (Name: Path.GetFileNameWithoutExtension(path), Is: ReturnedMailReading.Read(File.ReadAllBytes(path)).Kind))
            .Where(sample => sample.Is != (Delayed.Contains(sample.Name) ? ReturnedKind.Delayed : ReturnedKind.Failed));
        Assert.Equal([], wrong.Select(sample => $"{sample.Name} is {sample.Is}"));
    }

    private static ReturnedMail Read(string mail) => ReturnedMailReading.Read(Encoding.UTF8.GetBytes(mail));

    private static string Mail(string from, string subject, string text) =>
        $"From: {from}\nTo: b-abc-aaaabbbbccccdddd@bounces.zenne.example\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n";

    private static string Report(string status) => $"""
        Return-Path: <>
        From: MAILER-DAEMON@home.example (Mail Delivery System)
        To: b-abc-aaaabbbbccccdddd@bounces.zenne.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="=_x"

        --=_x
        Content-Type: text/plain; charset=us-ascii

        This is the mail system at host mx.home.example.
        --=_x
        Content-Type: message/delivery-status

        {status}

        --=_x
        Content-Type: message/rfc822

        Message-ID: <17@zenne.example>
        Subject: Your jobs

        Text
        --=_x--
        """;
}
