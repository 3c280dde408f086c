using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Consents;
using NewsSite.Alerts.Mailings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Site;

namespace NewsSite.Alerts.Subscriptions;

/// <summary>All that is kept of a subscriber, as they get it.</summary>
public sealed record ExportedData
{
    public required string Email { get; init; }
    public required string Language { get; init; }
    public required string TimeZone { get; init; }
    public required bool OneMail { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required IReadOnlyList<ExportedSubscription> Subscriptions { get; init; }
    public required IReadOnlyList<ExportedConsent> Consents { get; init; }
    public required IReadOnlyList<ExportedMail> Mails { get; init; }
}

public sealed record ExportedSubscription
{
    public required SubscriptionKind About { get; init; }
    public required SubscriptionState State { get; init; }
    public required string Name { get; init; }
    public required string Search { get; init; }
    public required Timing Timing { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required DateTimeOffset? ConfirmedAt { get; init; }
    public required DateTimeOffset? StoppedAt { get; init; }
}

public sealed record ExportedConsent(DateTimeOffset AskedAt, string Page, string Wording, int WordingVersion, DateTimeOffset? ConfirmedAt);

public sealed record ExportedMail(DateTimeOffset At, string Mailing, string Outcome);

/// <summary>What somebody may ask of what we know of them, and what is forgotten by itself.</summary>
public sealed class OwnData(NewsDb db, AddressHashes hashes, Outbox outbox, PaperClock clock)
{
    /// <summary>In one transaction, so that writers are not held off for long.</summary>
    private const int BatchSize = 200;

    public async Task<ExportedData> ExportAsync(Subscriber subscriber, CancellationToken cancel = default)
    {
        var id = subscriber.Id;
        return new ExportedData
        {
            Email = subscriber.Email,
            Language = subscriber.Language,
            TimeZone = subscriber.TimeZone,
            OneMail = subscriber.OneMail,
            Since = subscriber.CreatedAt,
            Subscriptions = [.. (await db.Set<Subscription>().AsNoTracking().Where(one => one.SubscriberId == id).OrderBy(one => one.Id).ToListAsync(cancel)).Select(Exported)],
            Consents = await db.Set<Consent>().AsNoTracking().Where(one => one.SubscriberId == id).OrderBy(one => one.Id)
                .Select(one => new ExportedConsent(one.AskedAt, one.Page, one.Wording, one.WordingVersion, one.ConfirmedAt)).ToListAsync(cancel),
            Mails = [.. (await db.Set<MailingEntry>().AsNoTracking().Where(one => one.SubscriberId == id).OrderBy(one => one.Id)
                .Join(db.Set<Mailing>(), entry => entry.MailingId, mailing => mailing.Id, (entry, mailing) => new { entry.At, mailing.Kind, entry.Outcome }).ToListAsync(cancel))
                .Select(one => new ExportedMail(one.At, one.Kind.ToString(), one.Outcome.ToString()))],
        };
    }

    private static ExportedSubscription Exported(Subscription one) => new()
    {
        About = one.About,
        State = one.State,
        Name = one.Name,
        Search = one.Query,
        Timing = one.Timing,
        AskedAt = one.CreatedAt,
        ConfirmedAt = one.ConfirmedAt,
        StoppedAt = one.StoppedAt,
    };

    /// <summary>Erases all but hashes: the proof of consent for what was sent, and, if wished, that nothing may be sent again.</summary>
    /// <param name="neverAgain">Nobody may sign this address up any more.</param>
    public async Task EraseAsync(Subscriber subscriber, bool neverAgain, CancellationToken cancel = default)
    {
        var hash = await hashes.OfMailAsync(subscriber.Email, cancel);
        await using var write = await db.BeginWriteAsync(cancel);
        if (neverAgain && !await db.Set<Suppression>().AnyAsync(one => one.EmailHash == hash, cancel))
            db.Add(new Suppression { EmailHash = hash, Reason = SuppressionReason.Asked, At = clock.Now });
        foreach (var subscription in await db.Set<Subscription>().AsNoTracking().Where(one => one.SubscriberId == subscriber.Id).ToListAsync(cancel))
            db.Note(subscription);
        await outbox.ForgetAsync(new Mailbox(subscriber.Email), cancel);
        await db.Set<Subscriber>().Where(one => one.Id == subscriber.Id).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }

    /// <summary>Forgets wishes that nobody has confirmed in time, with the addresses that nothing else belongs to.</summary>
    public async Task EraseUnconfirmedAsync(CancellationToken cancel = default)
    {
        var old = clock.Now - SignUp.Week;
        while (true)
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var wishes = await db.Set<Subscription>().AsNoTracking().Where(one => one.State == SubscriptionState.Unconfirmed && one.CreatedAt <= old).OrderBy(one => one.CreatedAt).Take(BatchSize)
                .Select(one => new { one.Id, one.SubscriberId }).ToListAsync(cancel);
            var (ids, people) = (wishes.Select(one => one.Id).ToArray(), wishes.Select(one => one.SubscriberId).Distinct().ToArray());
            await db.Set<Consent>().Where(one => one.ConfirmedAt == null && one.AskedAt <= old).ExecuteDeleteAsync(cancel);
            await db.Set<Subscription>().Where(one => ids.Contains(one.Id)).ExecuteDeleteAsync(cancel);
            var unknown = await db.Set<Subscriber>().AsNoTracking().Where(one => people.Contains(one.Id) && !db.Set<Subscription>().Any(subscription => subscription.SubscriberId == one.Id)).ToListAsync(cancel);
            foreach (var subscriber in unknown)
                await outbox.ForgetAsync(new Mailbox(subscriber.Email), cancel);
            var gone = unknown.Select(one => one.Id).ToArray();
            await db.Set<Subscriber>().Where(one => gone.Contains(one.Id)).ExecuteDeleteAsync(cancel);
            await write.CommitAsync(cancel);
            if (wishes.Count < BatchSize)
                return;
        }
    }
}
