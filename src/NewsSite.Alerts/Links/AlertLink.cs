namespace NewsSite.Alerts.Links;

/// <summary>What a link in a mail is for; stored in links that work for years, so the numbers stay.</summary>
public enum LinkPurpose
{
    Confirm = 1,
    Preferences = 2,
    Unsubscribe = 3,
}

/// <summary>What a signed link says: whose it is and, where it is about some, which subscriptions.</summary>
/// <param name="Mailing">The mailing whose mail it stands in; 0: none.</param>
public sealed record AlertLink(LinkPurpose Purpose, long Subscriber, long Mailing, IReadOnlyList<long> Subscriptions);
