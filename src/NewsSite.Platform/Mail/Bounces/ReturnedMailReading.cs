using System.Text.RegularExpressions;
using NewsSite.Platform.Mail.Mime;

namespace NewsSite.Platform.Mail.Bounces;

/// <summary>
/// Tells what came to an address for bounces: reports of RFC 3464, notices that only people can read, complaints (RFC 5965), answers by
/// themselves, and everything else. Reading never fails; in doubt a mail is an ordinary one.
/// </summary>
public static partial class ReturnedMailReading
{
    /// <summary>In bytes; the rest of a longer mail is not read.</summary>
    public const int MaxLength = 1_000_000;

    private const int MaxReason = 300;

    public static ReturnedMail Read(ReadOnlySpan<byte> raw)
    {
        raw = raw[..Math.Min(raw.Length, MaxLength)];
        // As an mbox has it.
        if (raw.StartsWith("From "u8) && raw.IndexOf((byte)'\n') is >= 0 and var end)
            raw = raw[(end + 1)..];
        var mail = MimePart.Read(raw);
        var returned = Classify(mail, 0);
        return returned with { ArrivedAt = ArrivedAt(mail), Reason = returned.Reason.Length > MaxReason ? returned.Reason[..MaxReason] : returned.Reason };
    }

    private static ReturnedMail Classify(MimePart mail, int depth)
    {
        if (mail.Find("message/feedback-report") is { } feedback)
            return Complaint(mail, feedback);
        if (mail.Find("message/delivery-status") is { } report && DeliveryReport.Read(report) is { Count: > 0 } recipients)
            return Reported(recipients, DeliveryReport.Reason(report), mail);
        var isAutoReply = IsAutoReply(mail);
        var notice = new FailureNotice(mail, isAutoReply);
        if (notice.IsFailure)
            return Noticed(notice, mail);
        // A list's software may have wrapped the report up once more.
        if (depth == 0 && mail.ContentType == "multipart/mixed" && mail.Find("message/rfc822") is { } wrapped && Classify(MimePart.Read(System.Text.Encoding.UTF8.GetBytes(wrapped.Text())), depth + 1) is { Kind: ReturnedKind.Failed or ReturnedKind.Delayed } inner)
            return inner;
        return new ReturnedMail { Kind = isAutoReply ? ReturnedKind.AutoReply : ReturnedKind.Ordinary };
    }

    /// <summary>"not-spam" is the contrary of a complaint.</summary>
    private static ReturnedMail Complaint(MimePart mail, MimePart feedback) => new()
    {
        Kind = FeedbackType().Match(feedback.Text()) is { Success: true } type && type.Groups["type"].Value.Equals("not-spam", StringComparison.OrdinalIgnoreCase) ? ReturnedKind.Ordinary : ReturnedKind.Complaint,
        Original = OriginalOf(mail),
    };

    private static ReturnedMail Reported(IReadOnlyList<ReturnedRecipient> recipients, string reason, MimePart mail) => new()
    {
        Kind = recipients.All(recipient => recipient.IsDelayed) ? ReturnedKind.Delayed : ReturnedKind.Failed,
        Recipients = recipients,
        Weight = recipients.Any(recipient => !recipient.IsDelayed && recipient.Weight == BounceWeight.Hard) ? BounceWeight.Hard : BounceWeight.Soft,
        Reason = reason,
        Original = OriginalOf(mail),
    };

    private static ReturnedMail Noticed(FailureNotice notice, MimePart mail) => new()
    {
        Kind = notice.IsDelayed ? ReturnedKind.Delayed : ReturnedKind.Failed,
        Recipients = [.. notice.Addresses(mail).Select(address => new ReturnedRecipient(address, notice.IsDelayed, notice.Weight, notice.Status))],
        Weight = notice.IsDelayed ? BounceWeight.Soft : notice.Weight,
        Reason = Spaces().Replace(notice.Words, " ").Trim(),
        Original = OriginalOf(mail),
    };

    private static bool IsAutoReply(MimePart mail) =>
        mail.Header("Auto-Submitted").Trim().StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase)
        || mail.Header("X-Autoreply").Length > 0 || mail.Header("X-Autorespond").Length > 0 || mail.Header("X-Auto-Reply").Length > 0
        || mail.Header("Precedence").Trim().Equals("auto_reply", StringComparison.OrdinalIgnoreCase)
        || AwaySubject().IsMatch(mail.Header("Subject"));

    private static MimePart? OriginalOf(MimePart mail)
    {
        var part = mail.Find("message/rfc822") ?? mail.Find("text/rfc822-headers") ?? mail.Find("message/rfc822-headers");
        return part is null ? null : MimePart.Read(System.Text.Encoding.UTF8.GetBytes(part.Text()));
    }

    private static List<string> ArrivedAt(MimePart mail) =>
        [.. mail.Headers.Where(header => header.Key.ToLowerInvariant() is "to" or "delivered-to" or "x-original-to" or "envelope-to" or "x-envelope-to")
            .SelectMany(header => Address().Matches(header.Value).Select(match => match.Value)).Distinct(StringComparer.OrdinalIgnoreCase).Take(20)];

    [GeneratedRegex(@"^feedback-type:\s*(?<type>[\w-]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex FeedbackType();

    [GeneratedRegex("""
        ^\s*(auto(matic(ally)?|matisch|matique|matische)?[\s:-]*(reply|response|antwoord|antwort|r[eé]ponse|generated)|auto\s*:|r[eé]ponse\s+automatique|out\s+of\s+(the\s+)?office|afwezig|abwesen|absen(t|ce)|ooo\b|vacation|on\s+leave|je\s+suis\s+absent|ik\s+ben\s+(er\s+)?(even\s+)?niet)
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex AwaySubject();

    [GeneratedRegex(@"[^\s<>,;:""']+@[^\s<>,;:""']+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
