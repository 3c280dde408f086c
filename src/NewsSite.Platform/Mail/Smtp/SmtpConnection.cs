using System.Text;

namespace NewsSite.Platform.Mail.Smtp;

/// <summary>One conversation with the server after greeting, TLS and login: mail after mail.</summary>
internal sealed class SmtpConnection(SmtpStream stream, SmtpFeatures features, SmtpTimeouts timeouts, TimeProvider time) : IAsyncDisposable
{
    /// <summary>After such a rest the server is asked whether it is still there.</summary>
    private static readonly TimeSpan AskAfter = TimeSpan.FromSeconds(5);

    private long _usedAt = time.GetTimestamp();
    private bool _needsReset;

    /// <summary>False once the conversation is out of step or over.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Whether the last mail's content was sent whole, so that the server may have taken it.</summary>
    public bool HasHandedOver { get; private set; }

    public TimeSpan Rest => time.GetElapsedTime(_usedAt);

    /// <summary>Whether a kept connection may be used for another mail.</summary>
    public async Task<bool> IsAliveAsync(CancellationToken cancel)
    {
        if (!IsUsable)
            return false;
        if (!_needsReset && Rest < AskAfter)
            return true;
        // Until the answer is there, the conversation is out of step.
        IsUsable = false;
        try
        {
            var reply = await AskAsync(_needsReset ? "RSET" : "NOOP", timeouts.Command, cancel);
            _needsReset = false;
            return IsUsable = reply.IsPositive;
        }
        catch (SmtpException)
        {
            return false;
        }
    }

    /// <exception cref="SmtpException">The conversation broke; <see cref="HasHandedOver"/> tells whether the mail may have arrived.</exception>
    public async Task<Delivery> SendAsync(Envelope envelope, CancellationToken cancel)
    {
        HasHandedOver = false;
        if (Impossible(envelope) is { } reason)
            return new Delivery(DeliveryOutcome.Permanent, 0, reason);
        try
        {
            var refused = await OfferAsync(envelope, cancel);
            var delivery = refused is null ? await HandOverAsync(envelope.Content, cancel) : refused.ToDelivery();
            _usedAt = time.GetTimestamp();
            _needsReset = delivery.Outcome != DeliveryOutcome.Accepted;
            if (delivery.Code == 421)
                IsUsable = false;
            if (delivery.Code is 530 or 534 or 535 or 538)
                throw new SmtpException($"The mail server wants a login or TLS first; see Mail:Smtp:User, Password and Tls: {delivery.Reply}", delivery.Code);
            return delivery;
        }
        catch
        {
            // Out of step: what comes next may be the answer to something else.
            IsUsable = false;
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (IsUsable)
        {
            try
            {
                await AskAsync("QUIT", timeouts.Farewell, CancellationToken.None);
            }
            catch (SmtpException)
            {
                // Politeness only.
            }
        }
        await stream.DisposeAsync();
    }

    private string? Impossible(Envelope envelope)
    {
        foreach (var address in new[] { envelope.Sender, envelope.Recipient })
        {
            // Checked when the mail was written down; here because a line break would be a command of its own.
            if (Mailbox.Unprintable(address) is not null || address.AsSpan().ContainsAny(" <>"))
                return "The envelope holds an address with spaces or control characters";
        }
        if (!IsAscii(envelope) && !features.HasUtf8)
            return $"The mail server cannot take the address {envelope.Recipient}: it does not offer SMTPUTF8";
        return features.MaxSize > 0 && envelope.Content.Length > features.MaxSize
            ? $"The mail has {envelope.Content.Length} bytes; the mail server takes {features.MaxSize} at most"
            : null;
    }

    /// <summary>MAIL, RCPT and DATA, in one go where the server allows it.</summary>
    /// <returns>The first refusal; null where the server waits for the mail.</returns>
    private async Task<SmtpReply?> OfferAsync(Envelope envelope, CancellationToken cancel)
    {
        string[] commands = [$"MAIL FROM:<{envelope.Sender}>{Parameters(envelope)}", $"RCPT TO:<{envelope.Recipient}>", "DATA"];
        string[] names = ["MAIL", "RCPT", "DATA"];
        if (features.HasPipelining)
            await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(commands.Select(command => command + "\r\n"))), timeouts.Envelope, cancel);
        SmtpReply? refused = null;
        for (var place = 0; place < commands.Length; place++)
        {
            if (!features.HasPipelining)
                await stream.WriteLineAsync(commands[place], timeouts.Envelope, cancel);
            var reply = await stream.ReadReplyAsync(names[place], timeouts.Envelope, cancel);
            var isTaken = place == 2 ? reply.Code == 354 : reply.IsPositive;
            if (isTaken && place == 2 && refused is not null)
                await TakeBackAsync(cancel);
            if (!isTaken)
                refused ??= reply.IsPositive || reply.Code < 400 ? throw new SmtpException($"The mail server answered {names[place]} out of turn: {reply}", reply.Code) : reply;
            if (refused is not null && (!features.HasPipelining || reply.Code == 421))
                return refused;
        }
        return refused;
    }

    /// <summary>RFC 2920, 3.1: a server that refuses the recipient and yet says 354 gets an empty mail, which goes to nobody.</summary>
    private async Task TakeBackAsync(CancellationToken cancel)
    {
        await stream.WriteLineAsync(".", timeouts.Command, cancel);
        await stream.ReadReplyAsync("the end of nothing", timeouts.Command, cancel);
    }

    private async Task<Delivery> HandOverAsync(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var stuffed = DotStuffing.Of(content.Span);
        // From here on the last byte may have left, whatever this side sees.
        HasHandedOver = true;
        await stream.WriteAsync(stuffed, timeouts.Content, cancel);
        return (await stream.ReadReplyAsync("the mail", timeouts.Acceptance, cancel)).ToDelivery();
    }

    private string Parameters(Envelope envelope)
    {
        var parameters = new StringBuilder();
        if (features.HasSize)
            parameters.Append(System.Globalization.CultureInfo.InvariantCulture, $" SIZE={envelope.Content.Length}");
        if (features.Has8BitMime && envelope.Content.Span.ContainsAnyExceptInRange((byte)0, (byte)127))
            parameters.Append(" BODY=8BITMIME");
        if (!IsAscii(envelope))
            parameters.Append(" SMTPUTF8");
        return parameters.ToString();
    }

    private static bool IsAscii(Envelope envelope) => Ascii.IsValid(envelope.Sender) && Ascii.IsValid(envelope.Recipient);

    private async Task<SmtpReply> AskAsync(string command, TimeSpan limit, CancellationToken cancel)
    {
        await stream.WriteLineAsync(command, limit, cancel);
        return await stream.ReadReplyAsync(command, limit, cancel);
    }
}
