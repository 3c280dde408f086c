namespace NewsSite.Platform.Mail;

public enum MailTransportKind
{
    /// <summary>.eml files in Site:DataPath/mail.</summary>
    Folder,

    /// <summary>The mail server of Mail:Smtp.</summary>
    Smtp,
}

/// <summary>The section "Mail" of the settings.</summary>
public sealed class MailSettings
{
    public MailTransportKind Transport { get; set; } = MailTransportKind.Folder;

    public MailFromSettings From { get; set; } = new();

    /// <summary>Host of the addresses that bounces go to; empty: they go to the From address.</summary>
    public string BounceDomain { get; set; } = "";

    public SmtpSettings Smtp { get; set; } = new();
}

/// <summary>Who mails come from: "Name &lt;address&gt;" or an address.</summary>
public sealed class MailFromSettings
{
    public string Transactional { get; set; } = "";

    public string Subscription { get; set; } = "";
}

public enum SmtpTls
{
    /// <summary>In the clear: for a relay on this machine.</summary>
    None,

    /// <summary>Begins in the clear and turns to TLS, or ends (port 587).</summary>
    StartTls,

    /// <summary>TLS from the first byte (port 465).</summary>
    Implicit,
}

public sealed class SmtpSettings
{
    public string Host { get; set; } = "";

    /// <summary>0: 465 with implicit TLS, else 587.</summary>
    public int Port { get; set; }

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public SmtpTls Tls { get; set; } = SmtpTls.StartTls;

    /// <summary>A PEM file with the certificates to trust instead of the system's: for a relay with a private authority.</summary>
    public string CaFile { get; set; } = "";

    /// <summary>How many connections are open at most.</summary>
    public int Connections { get; set; } = 4;

    internal int EffectivePort => Port > 0 ? Port : Tls == SmtpTls.Implicit ? 465 : 587;
}
