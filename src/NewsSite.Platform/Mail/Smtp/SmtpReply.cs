using System.Text.RegularExpressions;

namespace NewsSite.Platform.Mail.Smtp;

/// <summary>A server's reply: three digits, the enhanced code where it has one (RFC 2034), and its lines.</summary>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>What is kept of a reply; the rest is a server's essay.</summary>
    private const int MaxKept = 1000;

    public bool IsPositive => Code is >= 200 and < 300;

    public bool IsPermanent => Code is >= 500 and < 600;

    /// <summary>Such as 5.1.1; empty where the server gives none.</summary>
    public string EnhancedCode => Lines.Count > 0 && Enhanced().Match(Lines[0]) is { Success: true } match ? match.Groups[1].Value : "";

    /// <summary>All of it on one line; an enhanced code that is repeated on each line stands once.</summary>
    public override string ToString()
    {
        var enhanced = EnhancedCode;
        var texts = Lines.Select((line, place) => place > 0 && enhanced.Length > 0 && line.StartsWith(enhanced + " ", StringComparison.Ordinal) ? line[(enhanced.Length + 1)..] : line);
        var all = $"{Code} {string.Join(' ', texts)}".TrimEnd();
        return all.Length <= MaxKept ? all : all[..MaxKept] + "…";
    }

    public Delivery ToDelivery() =>
        new(IsPositive ? DeliveryOutcome.Accepted : IsPermanent ? DeliveryOutcome.Permanent : DeliveryOutcome.Temporary, Code, ToString());

    [GeneratedRegex(@"^([245]\.[0-9]{1,3}\.[0-9]{1,3})(?= |\z)")]
    private static partial Regex Enhanced();
}
