using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Mail;

/// <summary>What a worker does with the outbox: take rows on a lease, keep the lease, write down what became of them.</summary>
internal sealed class OutboxQueue(IServiceScopeFactory scopes, PaperClock clock)
{
    /// <summary>How long a row stays with a worker that no longer says that it lives.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Takes up to that many due mails, transactional ones first.</summary>
    public async Task<IReadOnlyList<QueuedMail>> ClaimAsync(string owner, int count, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        // The look costs no writer anything; most of the time there is nothing.
        if (!await HasDueAsync(db, cancel))
            return [];
        await using var write = await db.BeginWriteAsync(cancel);
        await ReturnLapsedAsync(db, cancel);
        var claimed = new List<QueuedMail>();
        foreach (var stream in Enum.GetValues<MailStream>())
        {
            if (claimed.Count < count)
                claimed.AddRange(await ClaimAsync(db, stream, owner, count - claimed.Count, cancel));
        }
        await write.CommitAsync(cancel);
        return claimed;
    }

    /// <summary>Prolongs the lease of all that this owner holds.</summary>
    public async Task RenewAsync(string owner, CancellationToken cancel)
    {
        var until = clock.Now + Lease;
        await WriteAsync(db => db.Set<QueuedMail>().Where(mail => mail.State == MailState.Sending && mail.LeaseOwner == owner)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeaseUntil, until), cancel), cancel);
    }

    /// <summary>Gives back what this owner holds and has not begun to send.</summary>
    public Task ReleaseAsync(string owner, IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        WriteAsync(db => db.Set<QueuedMail>().Where(mail => ids.Contains(mail.Id) && mail.State == MailState.Sending && mail.LeaseOwner == owner)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.State, MailState.Waiting).SetProperty(mail => mail.LeaseOwner, (string?)null), cancel), cancel);

    /// <summary>Writes down what became of mails, all in one transaction.</summary>
    public Task RecordAsync(string owner, IReadOnlyCollection<(QueuedMail Mail, Delivery Delivery)> results, CancellationToken cancel) =>
        WriteAsync(async db =>
        {
            foreach (var (mail, delivery) in results)
                await RecordAsync(db, owner, mail, delivery, cancel);
        }, cancel);

    private async Task<bool> HasDueAsync(NewsDb db, CancellationToken cancel)
    {
        var now = clock.Now;
        foreach (var stream in Enum.GetValues<MailStream>())
        {
            if (await db.Set<QueuedMail>().AnyAsync(mail => mail.State == MailState.Waiting && mail.Stream == stream && mail.DueAt <= now, cancel))
                return true;
        }
        return await db.Set<QueuedMail>().AnyAsync(mail => mail.State == MailState.Sending && mail.LeaseUntil < now, cancel);
    }

    /// <summary>Their worker has died or has lost the database: they may have been handed over in its last moment, which nobody can know.</summary>
    private Task<int> ReturnLapsedAsync(NewsDb db, CancellationToken cancel)
    {
        var now = clock.Now;
        return db.Set<QueuedMail>().Where(mail => mail.State == MailState.Sending && mail.LeaseUntil < now)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.State, MailState.Waiting).SetProperty(mail => mail.LeaseOwner, (string?)null), cancel);
    }

    private async Task<List<QueuedMail>> ClaimAsync(NewsDb db, MailStream stream, string owner, int count, CancellationToken cancel)
    {
        var now = clock.Now;
        var until = now + Lease;
        var due = await db.Set<QueuedMail>().AsNoTracking()
            .Where(mail => mail.State == MailState.Waiting && mail.Stream == stream && mail.DueAt <= now)
            .OrderBy(mail => mail.DueAt).ThenBy(mail => mail.Id).Take(count)
            .SkippingLocked().ToListAsync(cancel);
        if (due.Count == 0)
            return due;
        var ids = due.Select(mail => mail.Id).ToArray();
        await db.Set<QueuedMail>().Where(mail => ids.Contains(mail.Id))
            .ExecuteUpdateAsync(set => set
                .SetProperty(mail => mail.State, MailState.Sending)
                .SetProperty(mail => mail.LeaseOwner, owner)
                .SetProperty(mail => mail.LeaseUntil, until), cancel);
        return due;
    }

    private async Task RecordAsync(NewsDb db, string owner, QueuedMail mail, Delivery delivery, CancellationToken cancel)
    {
        var now = clock.Now;
        if (delivery.Outcome == DeliveryOutcome.Accepted)
        {
            // Whoever holds the row by now: it has been handed over, and must not be again.
            await db.Set<QueuedMail>().Where(row => row.Id == mail.Id && row.State != MailState.Sent).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, MailState.Sent)
                .SetProperty(row => row.SentAt, now)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1)
                .SetProperty(row => row.Text, "")
                .SetProperty(row => row.Html, "")
                .SetProperty(row => row.LeaseOwner, (string?)null)
                .SetProperty(row => row.ReplyCode, delivery.Code)
                .SetProperty(row => row.Reply, delivery.Reply), cancel);
            return;
        }
        var next = delivery.Outcome == DeliveryOutcome.Permanent ? null : RetryPlan.NextTry(mail.Attempts + 1, mail.CreatedAt, now);
        var state = next is null ? MailState.Failed : MailState.Waiting;
        var due = next ?? mail.DueAt;
        await db.Set<QueuedMail>().Where(row => row.Id == mail.Id && row.State == MailState.Sending && row.LeaseOwner == owner).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state)
            .SetProperty(row => row.DueAt, due)
            .SetProperty(row => row.Attempts, row => row.Attempts + 1)
            .SetProperty(row => row.LeaseOwner, (string?)null)
            .SetProperty(row => row.ReplyCode, delivery.Code)
            .SetProperty(row => row.Reply, delivery.Reply), cancel);
    }

    private async Task WriteAsync(Func<NewsDb, Task> work, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        await using var write = await db.BeginWriteAsync(cancel);
        await work(db);
        await write.CommitAsync(cancel);
    }
}
