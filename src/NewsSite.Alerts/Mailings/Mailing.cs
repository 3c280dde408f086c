using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Alerts.Mailings;

public enum MailingKind
{
    /// <summary>What people's saved searches brought on that day.</summary>
    Alerts,
    Breaking,
    Morning,
    Weekly,
}

/// <summary>
/// Mails that belong together, and the sums of their ledger: candidates = written + excluded at any time, because both are
/// counted in the transaction that settles a candidate. What became of the written ones is in the outbox.
/// </summary>
public sealed class Mailing
{
    public long Id { get; private set; }
    public required MailingKind Kind { get; init; }

    /// <summary>Where the paper is.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Empty: of all languages.</summary>
    public required string Language { get; init; }

    /// <summary>The article of breaking news; 0: none.</summary>
    public long ThingId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
    public int Candidates { get; private set; }

    /// <summary>Handed to the outbox.</summary>
    public int Written { get; private set; }
    public int Excluded { get; private set; }

    /// <summary>Stopped by a link of one of its mails.</summary>
    public int Unsubscribed { get; private set; }
}

internal sealed class MailingTable : IEntityTypeConfiguration<Mailing>
{
    public void Configure(EntityTypeBuilder<Mailing> builder) => builder.ToTable("mailings");
}

public enum EntryOutcome
{
    /// <summary>A mail is in the outbox, written in the same transaction.</summary>
    Written,

    /// <summary>All that waited was closed, changed or shown elsewhere: no empty mail.</summary>
    NothingLeft,

    /// <summary>The address is suppressed.</summary>
    Suppressed,
}

/// <summary>A candidate of a mailing and what became of it. A subscriber stands in a mailing once for each time at which something was due.</summary>
public sealed class MailingEntry
{
    public long Id { get; private set; }
    public required long MailingId { get; init; }

    /// <summary>Null once the subscriber has been erased.</summary>
    public long? SubscriberId { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The first subscription of the mail: people may want each in a mail of its own.</summary>
    public required long Part { get; init; }
    public required EntryOutcome Outcome { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Of the mail in the outbox.</summary>
    public string? MessageId { get; init; }

    /// <summary>The same with its mail.</summary>
    public MailingEntry With(string messageId) => new()
    {
        MailingId = MailingId,
        SubscriberId = SubscriberId,
        DueAt = DueAt,
        Part = Part,
        Outcome = Outcome,
        At = At,
        MessageId = messageId,
    };
}

internal sealed class MailingEntryTable : IEntityTypeConfiguration<MailingEntry>
{
    public void Configure(EntityTypeBuilder<MailingEntry> builder) => builder.ToTable("mailing_entries");
}
