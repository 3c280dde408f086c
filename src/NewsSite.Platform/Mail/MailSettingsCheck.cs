using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace NewsSite.Platform.Mail;

/// <summary>Looks at the section "Mail" once at start; each line names the setting, what is wrong and what would be right.</summary>
internal sealed class MailSettingsCheck : IValidateOptions<MailSettings>
{
    private const int MaxConnections = 100;

    public ValidateOptionsResult Validate(string? name, MailSettings options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(MailSettings mail)
    {
        var isSmtp = mail.Transport == MailTransportKind.Smtp;
        if (!Enum.IsDefined(mail.Transport))
            yield return "Mail:Transport must be Folder or Smtp";
        foreach (var (stream, from) in new[] { (nameof(mail.From.Transactional), mail.From.Transactional), (nameof(mail.From.Subscription), mail.From.Subscription) })
        {
            if (SenderFault(from, isRequired: isSmtp) is { } fault)
                yield return $"Mail:From:{stream} {fault}; write it as The Zenne Post <post@zenne.example>";
        }
        if (mail.BounceDomain.Length > 0 && Mailbox.Fault("bounces@" + mail.BounceDomain) is not null)
            yield return $"Mail:BounceDomain is '{mail.BounceDomain}'; it must be a host name such as bounces.zenne.example, or empty";
        if (isSmtp)
        {
            foreach (var fault in FaultsOf(mail.Smtp))
                yield return fault;
        }
    }

    private static IEnumerable<string> FaultsOf(SmtpSettings smtp)
    {
        if (smtp.Host.Length == 0)
            yield return "Mail:Smtp:Host must be set when Mail:Transport is Smtp";
        else if (Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown)
            yield return $"Mail:Smtp:Host is '{smtp.Host}'; it must be a host name alone, without scheme or port";
        if (smtp.Port is < 0 or > 65535)
            yield return $"Mail:Smtp:Port is {smtp.Port}; it must be between 1 and 65535 (587 for StartTls, 465 for Implicit)";
        if (!Enum.IsDefined(smtp.Tls))
            yield return "Mail:Smtp:Tls must be None, StartTls or Implicit";
        if (smtp.Connections is < 1 or > MaxConnections)
            yield return $"Mail:Smtp:Connections is {smtp.Connections}; it must be between 1 and {MaxConnections}";
        if (smtp.User.Length == 0 != (smtp.Password.Length == 0))
            yield return "Mail:Smtp:User and Mail:Smtp:Password must both be set, or neither";
        if (smtp.User.Contains('\0', StringComparison.Ordinal) || smtp.Password.Contains('\0', StringComparison.Ordinal))
            yield return "Mail:Smtp:User and Mail:Smtp:Password must not hold the character U+0000";
        if (smtp.User.Length > 0 && smtp.Tls == SmtpTls.None && !IsThisMachine(smtp.Host))
            yield return $"Mail:Smtp:Tls is None, which would send the password to {smtp.Host} in the clear; use StartTls or Implicit, or leave User and Password empty";
        if (smtp.CaFile.Length > 0 && CaFault(smtp.CaFile) is { } fault)
            yield return $"Mail:Smtp:CaFile {fault}";
    }

    private static string? SenderFault(string from, bool isRequired)
    {
        if (from.Length == 0)
            return isRequired ? "must be set when Mail:Transport is Smtp" : null;
        try
        {
            return Mailbox.Parse(from).LocalPart.All(char.IsAscii) ? null : $"is '{from}'; a sender's address must be in ASCII, so that every server takes it";
        }
        catch (FormatException fault)
        {
            return $"is wrong: {fault.Message}";
        }
    }

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string? CaFault(string file)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            return certificates.Count == 0 ? $"is '{file}', which holds no certificate in PEM form" : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return $"is '{file}', which cannot be read: {failure.Message}";
        }
    }
}
