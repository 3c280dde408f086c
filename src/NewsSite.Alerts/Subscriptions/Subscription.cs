using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Alerts.SavedSearches;
using NewsSite.Platform.Database;
using NewsSite.Search.Queries;

namespace NewsSite.Alerts.Subscriptions;

/// <summary>What somebody has asked to be sent.</summary>
public enum SubscriptionKind
{
    /// <summary>What is new and fits a saved search.</summary>
    Search,

    /// <summary>News that editors call breaking.</summary>
    Breaking,

    /// <summary>The morning briefing.</summary>
    Morning,

    /// <summary>The week in one mail.</summary>
    Weekly,
}

public enum SubscriptionState
{
    /// <summary>Asked for; whoever owns the address has not said yes yet.</summary>
    Unconfirmed,
    Active,

    /// <summary>Ended by its owner, or because mails do not arrive.</summary>
    Stopped,
}

/// <summary>Something that one subscriber has asked for, and when it is wanted.</summary>
public sealed class Subscription : ILogged
{
    public const int MaxName = 300;
    public const int MostItems = 50;

    public string Kind => "subscription";

    public long Id { get; private set; }
    public required long SubscriberId { get; init; }
    public Subscriber Subscriber { get; private set; } = null!;
    public required SubscriptionKind About { get; init; }
    public SubscriptionState State { get; private set; } = SubscriptionState.Unconfirmed;

    /// <summary>The search in words, in the language in which it was asked for.</summary>
    public required string Name { get; set; }

    /// <summary>The saved search, as <see cref="KeptSearch"/> prints it.</summary>
    public required string Query { get; set; }

    public required Timing Timing { get; set; }

    /// <summary>Shown in one mail at most; the rest is a link.</summary>
    public int MostShown { get; set; } = 20;

    /// <summary>Only what appears from then on is new.</summary>
    public required DateTimeOffset NewSince { get; set; }

    /// <summary>When what waits is mailed; null: nothing waits.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? StoppedAt { get; private set; }

    public SearchQuery Search => KeptSearch.Parse(Query);

    public void Confirm(DateTimeOffset now)
    {
        (State, ConfirmedAt, StoppedAt, NewSince) = (SubscriptionState.Active, ConfirmedAt ?? now, null, now);
    }

    /// <summary>A letter comes at its times, whether something waits or not.</summary>
    public void Plan(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (State == SubscriptionState.Active && About is SubscriptionKind.Morning or SubscriptionKind.Weekly)
            NextAt = Timing.Next(now, zone);
    }

    public void Stop(DateTimeOffset now)
    {
        if (State == SubscriptionState.Active)
            (State, StoppedAt, NextAt) = (SubscriptionState.Stopped, now, null);
    }

    /// <summary>Looks for something else from now on; what was there before is not new.</summary>
    public void Ask(string name, SearchQuery search, DateTimeOffset now)
    {
        var printed = KeptSearch.Print(search);
        if (printed != Query)
            (Query, NewSince) = (printed, now);
        Name = name;
    }
}

internal sealed class SubscriptionTable : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("subscriptions");
        builder.Ignore(subscription => subscription.Kind);
        builder.Ignore(subscription => subscription.Search);
        builder.HasOne(subscription => subscription.Subscriber).WithMany().HasForeignKey(subscription => subscription.SubscriberId);
        builder.ComplexProperty(subscription => subscription.Timing, timing =>
        {
            timing.Property(one => one.Frequency).HasColumnName("frequency");
            timing.Property(one => one.Hour).HasColumnName("hour");
            timing.Property(one => one.Weekdays).HasColumnName("weekdays").HasConversion<int>();
            timing.Property(one => one.PausedUntil).HasColumnName("paused_until");
        });
    }
}
