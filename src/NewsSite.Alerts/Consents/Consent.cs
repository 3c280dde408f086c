using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Alerts.Consents;

/// <summary>
/// The proof that somebody asked for mails: when, on which page, to which text, from where, and when the owner of the address said
/// yes. Addresses stand here as keyed hashes only, so that it may outlive the subscriber.
/// </summary>
public sealed class Consent
{
    public long Id { get; private set; }

    /// <summary>Null once the subscriber has been erased.</summary>
    public long? SubscriberId { get; init; }

    /// <inheritdoc cref="SubscriberId"/>
    public long? SubscriptionId { get; init; }
    public required byte[] EmailHash { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The path of the page with the form.</summary>
    public required string Page { get; init; }

    /// <summary>The text beside the button, as it was shown.</summary>
    public required string Wording { get; init; }
    public required int WordingVersion { get; init; }
    public required string Language { get; init; }

    /// <summary>Of the network address that asked.</summary>
    public required byte[] AskerHash { get; init; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public byte[]? ConfirmerHash { get; set; }
}

internal sealed class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder) => builder.ToTable("consents");
}

public enum SuppressionReason
{
    /// <summary>Its owner wants no mail of ours ever again.</summary>
    Asked,

    /// <summary>Mails to it come back.</summary>
    Bounced,

    /// <summary>Its owner called a mail of ours spam.</summary>
    Complained,
}

/// <summary>An address that nothing is sent to that it did not ask for itself at that moment; as a keyed hash, which outlives erasure.</summary>
public sealed class Suppression
{
    public required byte[] EmailHash { get; init; }
    public required SuppressionReason Reason { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class SuppressionTable : IEntityTypeConfiguration<Suppression>
{
    public void Configure(EntityTypeBuilder<Suppression> builder)
    {
        builder.ToTable("suppressions");
        builder.HasKey(suppression => suppression.EmailHash);
    }
}
