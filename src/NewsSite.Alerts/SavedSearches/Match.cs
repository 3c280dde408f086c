using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Search.Documents;

namespace NewsSite.Alerts.SavedSearches;

/// <summary>What became of a match.</summary>
public enum MatchOutcome
{
    Waiting,
    Mailed,

    /// <summary>Closed or taken back before the mail was due.</summary>
    Closed,

    /// <summary>It, or the search, has changed: they do not fit any more.</summary>
    FitsNoMore,

    /// <summary>The mail had as many items as its reader wants; it links to the rest.</summary>
    BeyondMost,

    /// <summary>The same mail shows it under another search.</summary>
    ShownAbove,
}

/// <summary>A thing that is new and fits a subscription. Its key is what keeps it from being mailed there twice, ever.</summary>
public sealed class Match
{
    public required long SubscriptionId { get; init; }

    /// <summary>The noun of the change log.</summary>
    public required string Kind { get; init; }
    public required long ItemId { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
    public MatchOutcome Outcome { get; set; }

    /// <summary>The entry of the ledger that settled it.</summary>
    public long? EntryId { get; set; }

    public DocumentKey Item => new(Kind, ItemId);
}

internal sealed class MatchTable : IEntityTypeConfiguration<Match>
{
    public void Configure(EntityTypeBuilder<Match> builder)
    {
        builder.ToTable("subscription_matches");
        builder.HasKey(match => new { match.SubscriptionId, match.Kind, match.ItemId });
        builder.Ignore(match => match.Item);
    }
}

/// <summary>A thing that readers can find, and when they first could.</summary>
internal sealed class SeenItem
{
    public required string Kind { get; init; }
    public required long ItemId { get; init; }
    public required DateTimeOffset SeenAt { get; init; }
}

internal sealed class SeenItemTable : IEntityTypeConfiguration<SeenItem>
{
    public void Configure(EntityTypeBuilder<SeenItem> builder)
    {
        builder.ToTable("alert_items");
        builder.HasKey(item => new { item.Kind, item.ItemId });
    }
}

/// <summary>How far the change log has been matched; one row.</summary>
internal sealed class MatchedUpTo
{
    public const int Only = 1;

    public required int Id { get; init; }
    public required long ChangeId { get; set; }
}

internal sealed class MatchedUpToTable : IEntityTypeConfiguration<MatchedUpTo>
{
    public void Configure(EntityTypeBuilder<MatchedUpTo> builder)
    {
        builder.ToTable("alert_place");
        builder.Property(place => place.Id).ValueGeneratedNever();
    }
}
