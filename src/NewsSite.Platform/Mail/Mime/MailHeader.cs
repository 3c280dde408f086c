using System.Collections.Frozen;

namespace NewsSite.Platform.Mail.Mime;

/// <summary>
/// A header that a mail brings along, such as List-Unsubscribe: ASCII on one line, written as it stands and folded at its
/// spaces only. Control characters are refused here, so that no value can begin another header.
/// </summary>
public sealed record MailHeader
{
    private const int MaxNameCharacters = 60;

    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        [
            "Date", "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Message-ID", "MIME-Version", "Auto-Submitted",
            "Content-Type", "Content-Transfer-Encoding", "Content-Language", "Content-Disposition", "Content-ID", "Content-Description",
            "Return-Path", "Received", "DKIM-Signature", "Delivered-To",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <exception cref="FormatException">The header cannot be written; the message says why.</exception>
    public MailHeader(string name, string value)
    {
        if (name.Length is 0 or > MaxNameCharacters || name.Any(letter => letter is <= ' ' or ':' or > '~'))
            throw new FormatException($"'{name}' cannot be the name of a mail header: it needs 1 to {MaxNameCharacters} visible ASCII characters without a colon");
        if (Reserved.Contains(name))
            throw new FormatException($"The mail header {name} is written by the mail itself and cannot be given beside it");
        if (Mailbox.Unprintable(value) is { } unprintable)
            throw new FormatException($"The value of the mail header {name} holds the character {unprintable}");
        if (!value.All(char.IsAscii))
            throw new FormatException($"The value of the mail header {name} must be ASCII; '{value}' is not");
        if (value.Split(' ').Any(word => word.Length > HeaderLine.MaxWord))
            throw new FormatException($"The value of the mail header {name} has a word of more than {HeaderLine.MaxWord} characters, which no line can hold");
        if (string.IsNullOrWhiteSpace(value))
            throw new FormatException($"The mail header {name} has no value");
        Name = name;
        Value = value.Trim();
    }

    public string Name { get; }

    public string Value { get; }

    /// <summary>List-Id (RFC 2919): what the list is called, and its id, which looks like a host's name.</summary>
    public static MailHeader ListId(string description, string id) =>
        new("List-Id", $"{EncodedWord.Phrase(description)} <{id}>".TrimStart());
}
