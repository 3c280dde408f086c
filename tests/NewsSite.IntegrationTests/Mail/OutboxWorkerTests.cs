using Microsoft.Extensions.Logging.Abstractions;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.IntegrationTests.Mail;

/// <summary>The worker as it runs beside the site.</summary>
public abstract class OutboxWorkerTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task A_commit_of_this_process_wakes_the_worker()
    {
        var sent = new TaskCompletionSource<Envelope>();
        using var worker = Worker(sent, New<OutboxBell>(), new WithoutTimers(Clock));
        await worker.StartAsync(Cancel);
        // It has looked and sleeps; no timer will wake it.
        await Task.Delay(300, Cancel);

        await AddAsync();

        Assert.Equal("reader@example.org", (await sent.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel)).Recipient);
        await worker.StopAsync(Cancel);
    }

    [Fact]
    public async Task What_another_process_has_written_is_found_by_looking()
    {
        var sent = new TaskCompletionSource<Envelope>();
        using var worker = Worker(sent, new OutboxBell(), Clock);
        await worker.StartAsync(Cancel);

        await AddAsync();

        await sent.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        await worker.StopAsync(Cancel);
    }

    private OutboxWorker Worker(TaskCompletionSource<Envelope> sent, OutboxBell bell, TimeProvider time)
    {
        var transport = new ScriptedTransport(envelope =>
        {
            sent.TrySetResult(envelope);
            return ScriptedTransport.Taken;
        });
        return new OutboxWorker(New<OutboxQueue>(), transport, New<MailSenders>(), bell, time, NullLogger<OutboxWorker>.Instance);
    }

    private async Task AddAsync()
    {
        var scope = Paper.NewScope();
        var mail = await New<MailWriter>().WriteAsync(new TestMail("The Zenne Post", "a test"), new Mailbox("reader@example.org"), Language.English);
        ((Outbox)scope.GetService(typeof(Outbox))!).Add(mail);
        await ((NewsDb)scope.GetService(typeof(NewsDb))!).SaveAsync(Cancel);
    }

    private sealed class WithoutTimers(TimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    public sealed class OnSqlite() : OutboxWorkerTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : OutboxWorkerTests(DatabaseEngine.Postgres);
}
