namespace NewsSite.Platform.Mail.Smtp;

/// <summary>How long a server may take; the defaults are those of RFC 5321, 4.5.3.2, shorter where nothing is lost by it.</summary>
internal sealed record SmtpTimeouts
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the greeting and what is said before mails: EHLO, TLS, login, RSET, NOOP.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>For MAIL, RCPT and DATA: servers look things up meanwhile.</summary>
    public TimeSpan Envelope { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For writing the mail itself.</summary>
    public TimeSpan Content { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>For the answer to the final dot. Who gives up too early sends twice.</summary>
    public TimeSpan Acceptance { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(2);
}
