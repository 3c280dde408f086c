namespace NewsSite.Platform.Mail.Smtp;

/// <summary>The conversation with the server cannot go on; the message says why and, where a setting may be wrong, which.</summary>
internal sealed class SmtpException(string message, SmtpReply? reply = null, Exception? inner = null) : Exception(message, inner)
{
    public SmtpReply? Reply => reply;

    public Delivery ToDelivery() => new(DeliveryOutcome.NoConnection, reply?.Code ?? 0, Message);
}
