using NewsSite.Platform.Mail.Mime;

namespace NewsSite.Platform.Mail;

/// <summary>Which kind of mail; each has a sender of its own, so that a complaint about one does not hurt the other.</summary>
public enum MailStream
{
    /// <summary>What somebody needs now because of what they did: an invitation, a confirmation. Sent before all else.</summary>
    Transactional,

    /// <summary>What somebody has subscribed to.</summary>
    Subscription,
}

/// <summary>One mail to one person, complete; made from a template by <see cref="Templates.MailWriter"/>.</summary>
public sealed record OutgoingMail
{
    public required MailStream Stream { get; init; }

    /// <summary>The sender's name where the settings give none; empty: as the settings file names the site.</summary>
    public string SiteName { get; init; } = "";
    public required string To { get; init; }
    public string ToName { get; init; } = "";

    /// <summary>Where an answer goes; empty: to the sender.</summary>
    public string ReplyTo { get; init; } = "";
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }

    /// <summary>Two-letter code, for Content-Language.</summary>
    public required string Language { get; init; }

    /// <summary>Such as List-Unsubscribe; what the MIME writer writes itself cannot be given.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];
}
