namespace NewsSite.Platform.Mail.Smtp;

/// <summary>The conversation with the server cannot go on; the message says why and, where a setting may be wrong, which.</summary>
/// <param name="code">Of the reply that says so; 0 where none came.</param>
internal sealed class SmtpException(string message, int code = 0, Exception? inner = null) : Exception(message, inner)
{
    public Delivery ToDelivery() => new(DeliveryOutcome.NoConnection, code, Message);
}
