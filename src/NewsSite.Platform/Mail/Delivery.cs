namespace NewsSite.Platform.Mail;

public enum DeliveryOutcome
{
    /// <summary>The other side has taken the mail over.</summary>
    Accepted,

    /// <summary>Refused for now: worth another try.</summary>
    Temporary,

    /// <summary>Refused for good.</summary>
    Permanent,

    /// <summary>No server, no conversation or a refused login: says nothing about this mail.</summary>
    NoConnection,
}

/// <summary>What became of handing a mail over.</summary>
/// <param name="Code">The reply's three digits; 0 where no reply came.</param>
/// <param name="Reply">The whole reply ("550 5.1.1 no such user"), or what went wrong.</param>
public sealed record Delivery(DeliveryOutcome Outcome, int Code, string Reply)
{
    public static Delivery NoConnection(string reason) => new(DeliveryOutcome.NoConnection, 0, reason);
}
