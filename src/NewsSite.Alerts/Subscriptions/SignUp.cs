using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Consents;
using NewsSite.Alerts.Links;
using NewsSite.Alerts.Mails;
using NewsSite.Alerts.SavedSearches;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Site;
using NewsSite.Search.Queries;

namespace NewsSite.Alerts.Subscriptions;

/// <summary>What somebody asks to be sent, and the words beside the button.</summary>
public sealed record Wish
{
    public required string Email { get; init; }
    public required Language Language { get; init; }
    public required SubscriptionKind About { get; init; }

    /// <summary>The search in words.</summary>
    public required string Name { get; init; }
    public SearchQuery Search { get; init; } = new();
    public required Timing Timing { get; init; }
    public required Asked Asked { get; init; }
}

/// <summary>Where and to which text somebody said yes.</summary>
/// <param name="Page">The path of the page with the form.</param>
/// <param name="Wording">The text as it was shown.</param>
/// <param name="WordingVersion">Counts up when the text changes its meaning.</param>
/// <param name="Network">The address that asks.</param>
public sealed record Asked(string Page, string Wording, int WordingVersion, string Network);

/// <summary>
/// Takes wishes. Nothing is sent but one mail that asks whether it was its reader who wished it; nobody learns here whether an
/// address is known, suppressed or asked too often.
/// </summary>
public sealed class SignUp(NewsDb db, AddressHashes hashes, SignUpMail mails, PaperClock clock)
{
    /// <summary>To one address within <see cref="Week"/>, as long as they are not answered.</summary>
    public const int MostUnanswered = 3;

    /// <summary>How long an unanswered wish is kept, and counted.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private const int MostAttempts = 3;

    /// <exception cref="FormatException">The address is none.</exception>
    public async Task AskAsync(Wish wish, CancellationToken cancel = default)
    {
        _ = new Mailbox(wish.Email.Trim());
        var email = await hashes.OfMailAsync(wish.Email, cancel);
        var asker = await hashes.OfNetworkAsync(wish.Asked.Network, cancel);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await AskAsync(wish, email, asker, cancel);
                return;
            }
            catch (DbUpdateException failure) when (failure.IsTaken() && attempt < MostAttempts)
            {
                // The same address asked for something else at the same moment: now it is known.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task AskAsync(Wish wish, byte[] email, byte[] asker, CancellationToken cancel)
    {
        var now = clock.Now;
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Set<Suppression>().AnyAsync(suppression => suppression.EmailHash == email, cancel))
            return;
        var subscriber = await SubscriberAsync(wish, now, cancel);
        var since = now - Week;
        if (await db.Set<Consent>().CountAsync(consent => consent.EmailHash == email && consent.AskedAt > since && consent.ConfirmedAt == null, cancel) >= MostUnanswered)
            return;
        var subscription = new Subscription
        {
            SubscriberId = subscriber.Id,
            About = wish.About,
            Name = wish.Name.Length <= Subscription.MaxName ? wish.Name : wish.Name[..Subscription.MaxName],
            Query = KeptSearch.Print(wish.Search),
            Timing = wish.Timing,
            NewSince = now,
            CreatedAt = now,
        };
        db.Add(subscription);
        await db.SaveChangesAsync(cancel);
        db.Add(new Consent
        {
            SubscriberId = subscriber.Id,
            SubscriptionId = subscription.Id,
            EmailHash = email,
            AskedAt = now,
            Page = wish.Asked.Page,
            Wording = wish.Asked.Wording,
            WordingVersion = wish.Asked.WordingVersion,
            Language = wish.Language.Code,
            AskerHash = asker,
        });
        await mails.AskAsync(wish, subscriber, subscription.Id, cancel);
        await write.CommitAsync(cancel);
    }

    /// <summary>The subscriber of that address; held until the write ends, so that two wishes at once are counted one after the other.</summary>
    private async Task<Subscriber> SubscriberAsync(Wish wish, DateTimeOffset now, CancellationToken cancel)
    {
        var key = Subscriber.KeyOf(wish.Email);
        if (await db.Set<Subscriber>().Where(subscriber => subscriber.EmailKey == key).WaitingForLocked().SingleOrDefaultAsync(cancel) is { } known)
            return known;
        var subscriber = new Subscriber { Email = wish.Email.Trim(), EmailKey = key, Language = wish.Language.Code, TimeZone = clock.Zone.Id, CreatedAt = now };
        db.Add(subscriber);
        await db.SaveChangesAsync(cancel);
        return subscriber;
    }
}

/// <summary>Writes the mail that asks; in its reader's language.</summary>
public sealed class SignUpMail(Outbox outbox, Platform.Mail.Templates.MailWriter writer, AlertLinks links, FindSiteFace face)
{
    internal async Task AskAsync(Wish wish, Subscriber subscriber, long subscription, CancellationToken cancel)
    {
        var link = await links.ConfirmAsync(wish.Language, subscriber.Id, subscription, cancel);
        outbox.Add(await writer.WriteAsync(
            new ConfirmAlert((await face()).Name, wish.Name, wish.Timing.Frequency, link), new Mailbox(subscriber.Email), wish.Language));
    }
}
