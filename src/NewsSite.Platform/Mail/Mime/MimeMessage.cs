using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Platform.Mail.Mime;

/// <summary>
/// A mail in two forms, text and HTML, as RFC 5322 and 2045-2047 want it: a header in ASCII (in UTF-8 only where an address
/// itself is not ASCII, RFC 6532) and parts of lines under 77 characters. The same message is the same bytes each time.
/// </summary>
public sealed record MimeMessage
{
    /// <summary>What is longer is a mistake; readers such as Gmail cut at 102 kB.</summary>
    private const int MaxBytes = 2_000_000;

    private const int MaxSubjectCharacters = 500;

    public required Mailbox From { get; init; }
    public required IReadOnlyList<Mailbox> To { get; init; }
    public IReadOnlyList<Mailbox> ReplyTo { get; init; } = [];
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset Date { get; init; }

    /// <summary>Without angle brackets; stable over all attempts to send.</summary>
    public required string MessageId { get; init; }

    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <exception cref="FormatException">Something in it cannot be written; the message says what.</exception>
    public byte[] Write()
    {
        Check();
        var mail = new StringBuilder(Text.Length + Html.Length + (Html.Length / 4) + 2000);
        HeaderLine.Write(mail, "Date", Date.ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture).Remove(29, 1));
        WriteAddresses(mail, "From", [From]);
        WriteAddresses(mail, "To", To);
        WriteAddresses(mail, "Reply-To", ReplyTo);
        HeaderLine.Write(mail, "Subject", EncodedWord.Text(Subject));
        HeaderLine.Write(mail, "Message-ID", $"<{MessageId}>");
        HeaderLine.Write(mail, "MIME-Version", "1.0");
        HeaderLine.Write(mail, "Auto-Submitted", "auto-generated");
        HeaderLine.Write(mail, "Content-Language", Language);
        foreach (var header in Headers)
            HeaderLine.Write(mail, header.Name, header.Value);
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MessageId)).AsSpan(0, 12));
        HeaderLine.Write(mail, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        mail.Append("\r\n");
        WritePart(mail, boundary, "text/plain", Text);
        WritePart(mail, boundary, "text/html", Html);
        mail.Append("--").Append(boundary).Append("--\r\n");
        var bytes = Encoding.UTF8.GetBytes(mail.ToString());
        return bytes.Length <= MaxBytes ? bytes : throw new FormatException($"The mail '{Subject}' has {bytes.Length} bytes; {MaxBytes} are the most");
    }

    private void Check()
    {
        if (Mailbox.Unprintable(Subject) is { } unprintable)
            throw new FormatException($"The subject of a mail holds the character {unprintable}");
        if (string.IsNullOrWhiteSpace(Subject) || Subject.Length > MaxSubjectCharacters)
            throw new FormatException($"The subject of a mail needs 1 to {MaxSubjectCharacters} characters; this one has {Subject.Trim().Length}");
        if (To.Count == 0)
            throw new FormatException($"The mail '{Subject}' goes to nobody");
        if (MessageId.Length is 0 or > 200 || MessageId.Any(letter => letter is <= ' ' or > '~' or '<' or '>'))
            throw new FormatException($"'{MessageId}' cannot be a Message-ID");
        if (Language.Length is 0 or > 20 || Language.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
            throw new FormatException($"'{Language}' cannot be the language of a mail");
    }

    private static void WriteAddresses(StringBuilder mail, string name, IReadOnlyList<Mailbox> mailboxes)
    {
        if (mailboxes.Count == 0)
            return;
        var words = new List<string>();
        for (var place = 0; place < mailboxes.Count; place++)
        {
            var mailbox = mailboxes[place];
            var comma = place == mailboxes.Count - 1 ? "" : ",";
            if (mailbox.Name.Length == 0)
            {
                words.Add(mailbox.Address + comma);
                continue;
            }
            // A quoted string has spaces of its own, which must stay as they are.
            var phrase = EncodedWord.Phrase(mailbox.Name);
            words.AddRange(phrase.StartsWith('"') ? [phrase] : phrase.Split(' '));
            words.Add($"<{mailbox.Address}>{comma}");
        }
        HeaderLine.Write(mail, name, words);
    }

    private static void WritePart(StringBuilder mail, string boundary, string type, string text)
    {
        var body = BodyEncoding.Encode(text);
        mail.Append("--").Append(boundary).Append("\r\n");
        HeaderLine.Write(mail, "Content-Type", $"{type}; charset=utf-8");
        HeaderLine.Write(mail, "Content-Transfer-Encoding", body.Name);
        mail.Append("\r\n").Append(body.Lines);
    }
}
