using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Mime;

namespace NewsSite.IntegrationTests.Mail;

public abstract class OutboxTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task A_mail_is_saved_with_its_cause_or_not_at_all()
    {
        var scope = Paper.NewScope();
        var db = (NewsDb)scope.GetService(typeof(NewsDb))!;
        var outbox = (Outbox)scope.GetService(typeof(Outbox))!;
        await using (await db.BeginWriteAsync(Cancel))
        {
            db.Add(new Tag { Slug = "undone", Name = new LocalizedText(Language.English, "Undone") });
            outbox.Add(MailTo("reader@example.org"));
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Empty(await RowsAsync());
        Assert.False(await New<NewsDb>().Set<Tag>().AnyAsync(Cancel));
    }

    [Fact]
    public async Task A_due_mail_is_sent_once_and_its_text_forgotten()
    {
        await AddAsync("reader@example.org");
        var transport = new ScriptedTransport();

        await SendAsync(transport);
        await SendAsync(transport);

        var given = Assert.Single(transport.Given);
        Assert.Equal("reader@example.org", given.Recipient);
        Assert.Equal("no-reply@localhost", given.Sender);
        Assert.Contains("Subject: Hello reader@example.org", Encoding.UTF8.GetString(given.Content.Span), StringComparison.Ordinal);
        var row = Assert.Single(await RowsAsync());
        Assert.Equal((MailState.Sent, 1, "", "", 250, ScriptedTransport.Taken.Reply), (row.State, row.Attempts, row.Text, row.Html, row.ReplyCode, row.Reply));
        Assert.Equal(Clock.Now, row.SentAt);
        Assert.Equal(given.MessageId, row.MessageId);
    }

    [Fact]
    public async Task A_mail_refused_for_now_is_tried_again_later_with_the_same_bytes()
    {
        await AddAsync("reader@example.org");
        var transport = new ScriptedTransport(_ => new Delivery(DeliveryOutcome.Temporary, 451, "451 4.7.1 greylisted"));

        await SendAsync(transport);
        await SendAsync(transport);
        Assert.Single(transport.Given);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(transport);

        Assert.Equal(2, transport.Given.Count);
        Assert.Equal(transport.Given[0].Content.ToArray(), transport.Given[1].Content.ToArray());
        var row = Assert.Single(await RowsAsync());
        Assert.Equal((MailState.Waiting, 2, 451, "451 4.7.1 greylisted"), (row.State, row.Attempts, row.ReplyCode, row.Reply));
        Assert.Equal(Clock.Now + TimeSpan.FromMinutes(5), row.DueAt);
    }

    [Fact]
    public async Task After_three_days_of_refusals_it_is_given_up_with_the_last_reply()
    {
        await AddAsync("reader@example.org");
        var start = Clock.Now;
        var transport = new ScriptedTransport(_ => new Delivery(DeliveryOutcome.Temporary, 452, "452 4.2.2 mailbox full"));

        QueuedMail row;
        do
        {
            await SendAsync(transport);
            row = Assert.Single(await RowsAsync());
            Clock.Now = row.DueAt > Clock.Now ? row.DueAt : Clock.Now;
        }
        while (row.State == MailState.Waiting);

        Assert.Equal(MailState.Failed, row.State);
        Assert.Equal("452 4.2.2 mailbox full", row.Reply);
        Assert.Equal(start + TimeSpan.FromDays(3), Clock.Now);
        Assert.InRange(transport.Given.Count, 20, 30);
    }

    [Fact]
    public async Task A_mail_refused_for_good_is_not_tried_again()
    {
        await AddAsync("nobody@example.org");
        var transport = new ScriptedTransport(_ => new Delivery(DeliveryOutcome.Permanent, 550, "550 5.1.1 no such user"));

        await SendAsync(transport);
        Clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(transport);

        Assert.Single(transport.Given);
        var row = Assert.Single(await RowsAsync());
        Assert.Equal((MailState.Failed, 550, "550 5.1.1 no such user"), (row.State, row.ReplyCode, row.Reply));
    }

    [Fact]
    public async Task What_a_dead_worker_held_is_sent_when_its_lease_has_lapsed_and_not_before()
    {
        await AddAsync("first@example.org");
        await AddAsync("second@example.org");
        var dead = New<OutboxQueue>();
        var claimed = await dead.ClaimAsync("dead", 10, Cancel);
        Assert.Equal(2, claimed.Count);
        // One it had handed over and written down; the other was in its hands.
        await dead.RecordAsync("dead", [(claimed[0], ScriptedTransport.Taken)], Cancel);
        var transport = new ScriptedTransport();

        await SendAsync(transport);
        Assert.Empty(transport.Given);
        Clock.Advance(OutboxQueue.Lease + TimeSpan.FromSeconds(1));
        await SendAsync(transport);

        Assert.Equal("second@example.org", Assert.Single(transport.Given).Recipient);
        Assert.All(await RowsAsync(), row => Assert.Equal(MailState.Sent, row.State));
    }

    [Fact]
    public async Task A_prolonged_lease_keeps_others_away()
    {
        await AddAsync("reader@example.org");
        var slow = New<OutboxQueue>();
        await slow.ClaimAsync("slow", 10, Cancel);
        Clock.Advance(OutboxQueue.Lease / 2);
        await slow.RenewAsync("slow", Cancel);
        Clock.Advance(OutboxQueue.Lease * 0.75);

        Assert.Empty(await New<OutboxQueue>().ClaimAsync("other", 10, Cancel));
    }

    [Fact]
    public async Task Who_has_lost_the_lease_cannot_undo_what_the_next_one_has_done()
    {
        await AddAsync("reader@example.org");
        var queue = New<OutboxQueue>();
        var mail = Assert.Single(await queue.ClaimAsync("late", 10, Cancel));
        Clock.Advance(OutboxQueue.Lease + TimeSpan.FromSeconds(1));
        Assert.Single(await queue.ClaimAsync("next", 10, Cancel));
        await queue.RecordAsync("next", [(mail, ScriptedTransport.Taken)], Cancel);

        await queue.RecordAsync("late", [(mail, new Delivery(DeliveryOutcome.Temporary, 421, "421 try later"))], Cancel);

        Assert.Equal(MailState.Sent, Assert.Single(await RowsAsync()).State);
    }

    [Fact]
    public async Task Many_workers_at_once_send_each_mail_once()
    {
        const int Mails = 60;
        await AddAsync([.. Enumerable.Range(0, Mails).Select(number => $"reader{number}@example.org")]);
        var transport = new ScriptedTransport { Connections = 3, Before = (_, cancel) => Task.Delay(1, cancel) };

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SendAsync(transport), Cancel)));

        Assert.Equal(Mails, transport.Given.Count);
        Assert.Equal(Mails, transport.Given.Select(envelope => envelope.Recipient).Distinct().Count());
        Assert.All(await RowsAsync(), row => Assert.Equal(MailState.Sent, row.State));
    }

    [Fact]
    public async Task Transactional_mails_overtake_subscriptions()
    {
        await AddAsync(MailTo("digest@example.org") with { Stream = MailStream.Subscription });
        Clock.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(MailTo("invited@example.org"));
        var transport = new ScriptedTransport { Connections = 1 };

        await SendAsync(transport);

        Assert.Equal(["invited@example.org", "digest@example.org"], transport.Given.Select(envelope => envelope.Recipient));
    }

    [Fact]
    public async Task A_worker_that_is_stopped_gives_back_what_it_had_not_begun()
    {
        await AddAsync([.. Enumerable.Range(0, 5).Select(number => $"reader{number}@example.org")]);
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var transport = new ScriptedTransport { Connections = 1, Before = (_, _) => { begun.TrySetResult(); return mayEnd.Task; } };
        var sending = SendAsync(transport, stop.Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);

        await stop.CancelAsync();
        mayEnd.SetResult();
        await sending.WaitAsync(TimeSpan.FromSeconds(20), Cancel);

        Assert.Single(transport.Given);
        Assert.Equal([MailState.Sent, .. Enumerable.Repeat(MailState.Waiting, 4)], (await RowsAsync()).Select(row => row.State));
    }

    [Fact]
    public async Task A_mail_that_could_never_be_sent_is_refused_when_it_is_written()
    {
        var outbox = New<Outbox>();

        Assert.Contains("U+000D", Assert.Throws<FormatException>(() => outbox.Add(MailTo("reader@example.org") with { Subject = "Hello\r\nBcc: all@example.org" })).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => outbox.Add(MailTo("reader@example.org\r\nRCPT TO:<other@example.org>")));
        Assert.Throws<FormatException>(() => outbox.Add(MailTo("no address")));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Headers_of_the_caller_come_back_from_the_database_as_they_were()
    {
        await AddAsync(MailTo("reader@example.org") with { Headers = [new MailHeader("List-Unsubscribe", "<https://zenne.example/stop>"), MailHeader.ListId("Lettre à tous", "daily.zenne.example")] });
        var transport = new ScriptedTransport();

        await SendAsync(transport);

        var text = Encoding.UTF8.GetString(Assert.Single(transport.Given).Content.Span);
        Assert.Contains("\r\nList-Unsubscribe: <https://zenne.example/stop>\r\nList-Id: =?utf-8?Q?Lettre_=C3=A0_tous?= <daily.zenne.example>\r\n", text, StringComparison.Ordinal);
    }

    private static OutgoingMail MailTo(string to) => new()
    {
        Stream = MailStream.Transactional,
        To = to,
        Subject = $"Hello {to}",
        Text = "Hello.\n",
        Html = "<p>Hello.</p>\n",
        Language = "en",
    };

    private Task AddAsync(params string[] to) => AddAsync([.. to.Select(MailTo)]);

    private async Task AddAsync(params OutgoingMail[] mails)
    {
        var scope = Paper.NewScope();
        var outbox = (Outbox)scope.GetService(typeof(Outbox))!;
        foreach (var mail in mails)
            outbox.Add(mail);
        await ((NewsDb)scope.GetService(typeof(NewsDb))!).SaveAsync(Cancel);
    }

    private Task SendAsync(IMailTransport transport, CancellationToken? cancel = null) =>
        new OutboxWorker(New<OutboxQueue>(), transport, New<MailSenders>(), New<OutboxBell>(), Clock, NullLogger<OutboxWorker>.Instance).SendDueAsync(cancel ?? Cancel);

    private Task<List<QueuedMail>> RowsAsync() => New<NewsDb>().Set<QueuedMail>().AsNoTracking().OrderBy(mail => mail.Id).ToListAsync(Cancel);

    public sealed class OnSqlite() : OutboxTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : OutboxTests(DatabaseEngine.Postgres);
}
