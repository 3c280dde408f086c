namespace NewsSite.Platform.Mail;

/// <summary>The way out of the house: a mail server, or a folder.</summary>
public interface IMailTransport
{
    /// <summary>How many mails it takes at once.</summary>
    int Connections { get; }

    /// <summary>Hands one mail over. What goes wrong on the way is an outcome, not an exception.</summary>
    /// <exception cref="OperationCanceledException">Cut off; the mail may have been handed over or not.</exception>
    Task<Delivery> SendAsync(Envelope envelope, CancellationToken cancel);

    /// <summary>There is nothing to send at present: lets go of what has been idle for a while.</summary>
    Task RestAsync(CancellationToken cancel);
}

/// <summary>A written mail and where it goes.</summary>
public sealed record Envelope
{
    /// <summary>Where bounces go: the address alone, or empty for none (RFC 5321, 4.5.5).</summary>
    public required string Sender { get; init; }

    public required string Recipient { get; init; }

    /// <summary>Without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>Header and body, lines ended by CR LF.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }
}
