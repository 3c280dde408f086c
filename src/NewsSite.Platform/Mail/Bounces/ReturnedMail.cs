using NewsSite.Platform.Mail.Mime;

namespace NewsSite.Platform.Mail.Bounces;

/// <summary>What a mail is that came to an address for bounces.</summary>
public enum ReturnedKind
{
    /// <summary>From a person or a machine that says nothing of a delivery: somebody has to look at it, or nobody.</summary>
    Ordinary,

    /// <summary>A mail of ours was not delivered.</summary>
    Failed,

    /// <summary>It was not delivered yet; the other server goes on trying. Nothing is to be done.</summary>
    Delayed,

    /// <summary>Somebody is away.</summary>
    AutoReply,

    /// <summary>Somebody has called a mail of ours unwanted.</summary>
    Complaint,
}

/// <summary>Whether it makes sense to write there again.</summary>
public enum BounceWeight
{
    /// <summary>The address does not exist, or takes no mail any more.</summary>
    Hard,

    /// <summary>A full mailbox, a server that could not be reached, a mail that was taken for spam.</summary>
    Soft,
}

/// <summary>What came back, read.</summary>
public sealed record ReturnedMail
{
    public required ReturnedKind Kind { get; init; }

    /// <summary>Of a failed or delayed mail; none where the report names nobody that can be told from other addresses.</summary>
    public IReadOnlyList<ReturnedRecipient> Recipients { get; init; } = [];

    /// <summary>Of a failed mail; the hardest of its recipients.</summary>
    public BounceWeight Weight { get; init; } = BounceWeight.Soft;

    /// <summary>The other server's words, shortened; for people.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Where the mail came to, all that its header says: one of them is the VERP address.</summary>
    public IReadOnlyList<string> ArrivedAt { get; init; } = [];

    /// <summary>The header of our mail as the report carries it; null: it does not.</summary>
    public MimePart? Original { get; init; }
}

/// <param name="Address">As we wrote to it, if the report says that; else as the other server has it.</param>
/// <param name="Status">RFC 3463, such as 5.1.1; empty: it does not say.</param>
public sealed record ReturnedRecipient(string Address, bool IsDelayed, BounceWeight Weight, string Status);
