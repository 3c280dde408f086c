using NewsSite.Alerts.SavedSearches;
using NewsSite.Alerts.Subscriptions;

namespace NewsSite.Alerts.Digests;

/// <summary>One subscription within a mail.</summary>
/// <param name="Items">Shown, the newest first.</param>
/// <param name="More">How many fit beside these.</param>
public sealed record DigestPart(Subscription Subscription, IReadOnlyList<AlertItem> Items, int More, string SearchAddress);

/// <summary>What a mail to one subscriber would hold, and what becomes of everything that waited for it.</summary>
public sealed record Draft
{
    public required Subscriber Subscriber { get; init; }

    /// <summary>Of this mail, by id.</summary>
    public required IReadOnlyList<Subscription> Subscriptions { get; init; }

    /// <summary>With something to show; none: no mail.</summary>
    public required IReadOnlyList<DigestPart> Parts { get; init; }
    public required IReadOnlyList<(Match Match, MatchOutcome Outcome)> Settled { get; init; }
}
