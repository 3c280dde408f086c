using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Mail;

namespace NewsSite.Alerts.Subscriptions;

/// <summary>Somebody who has mails sent to an address. There is no account: the signed links in the mails are the way in.</summary>
public sealed class Subscriber
{
    public long Id { get; private set; }

    /// <summary>As typed.</summary>
    public required string Email { get; init; }

    /// <summary>As compared; see <see cref="KeyOf"/>. Each once.</summary>
    public required string EmailKey { get; init; }

    /// <summary>Two-letter code of the language of mails and pages.</summary>
    public required string Language { get; set; }

    /// <summary>IANA name of the time zone in which hours and days are meant.</summary>
    public required string TimeZone { get; set; }

    /// <summary>What is due at the same time comes in one mail.</summary>
    public bool OneMail { get; set; } = true;

    public required DateTimeOffset CreatedAt { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Addresses that are the same person's to us: servers that tell upper case from lower are none that people have.</summary>
    public static string KeyOf(string email)
    {
        var typed = email.Trim();
        return (Mailbox.Fault(typed) is null ? new Mailbox(typed).Address : typed).ToLowerInvariant();
    }
}

internal sealed class SubscriberTable : IEntityTypeConfiguration<Subscriber>
{
    public void Configure(EntityTypeBuilder<Subscriber> builder) => builder.ToTable("subscribers");
}
