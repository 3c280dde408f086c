using System.Text;

namespace NewsSite.Platform.Mail.Mime;

/// <summary>
/// Writes a text as lines that every server passes on unchanged: 7bit where it is so already, else quoted-printable, or base64
/// where most of it is not ASCII (RFC 2045, 6).
/// </summary>
internal static class BodyEncoding
{
    private const int MaxLine = 76;

    private static readonly byte[] Hex = "0123456789ABCDEF"u8.ToArray();

    /// <param name="Name">For Content-Transfer-Encoding.</param>
    /// <param name="Lines">ASCII, each line ended by CR LF.</param>
    public readonly record struct Encoded(string Name, string Lines);

    public static Encoded Encode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(WithNetworkLines(text));
        if (IsPlain(bytes))
            return new Encoded("7bit", Encoding.ASCII.GetString(bytes));
        var escaped = bytes.Count(NeedsEscape);
        // Each escape costs two bytes more, base64 a third of all.
        return escaped * 6 <= bytes.Length
            ? new Encoded("quoted-printable", Quoted(bytes))
            : new Encoded("base64", Base64(bytes));
    }

    /// <summary>Every line ends with CR LF, the last one too.</summary>
    private static string WithNetworkLines(string text)
    {
        var lines = text.ReplaceLineEndings("\r\n");
        return lines.EndsWith("\r\n", StringComparison.Ordinal) ? lines : lines + "\r\n";
    }

    /// <summary>
    /// Short lines of visible ASCII, without what servers and mailboxes on the way change: spaces at a line's end, a dot or
    /// "From " at its start; and nothing that looks like a boundary.
    /// </summary>
    private static bool IsPlain(byte[] bytes)
    {
        var start = 0;
        while (start < bytes.Length)
        {
            var end = start + bytes.AsSpan(start).IndexOf("\r\n"u8);
            var line = bytes.AsSpan(start, end - start);
            if (line.Length > MaxLine || line.ContainsAnyExceptInRange((byte)' ', (byte)'~')
                || line is [.., (byte)' '] || IsOddAtStart(line))
                return false;
            start = end + 2;
        }
        return true;
    }

    private static bool NeedsEscape(byte octet) => octet is (byte)'=' or > (byte)'~' or < (byte)' ' and not ((byte)'\r' or (byte)'\n' or (byte)'\t');

    /// <summary>What a server or a mailbox may take for its own at the start of a line: a dot, a boundary, "From ".</summary>
    private static bool IsOddAtStart(ReadOnlySpan<byte> line) => line is [(byte)'.', ..] or [(byte)'-', ..] || line.StartsWith("From "u8);

    private static string Quoted(byte[] bytes)
    {
        var lines = new StringBuilder(bytes.Length + (bytes.Length / 8));
        var length = 0;
        for (var place = 0; place < bytes.Length; place++)
        {
            var octet = bytes[place];
            if (octet == '\r' && place + 1 < bytes.Length && bytes[place + 1] == '\n')
            {
                lines.Append("\r\n");
                length = 0;
                place++;
                continue;
            }
            var isLast = place + 2 >= bytes.Length || (bytes[place + 1] == '\r' && bytes[place + 2] == '\n');
            var isEscaped = octet is (byte)'\r' or (byte)'\n' || NeedsEscape(octet)
                || (octet is (byte)' ' or (byte)'\t' && isLast)
                || (length == 0 && IsOddAtStart(bytes.AsSpan(place)));
            var width = isEscaped ? 3 : 1;
            // One column stays free for the "=" of a soft break.
            if (length + width > MaxLine - (isLast ? 0 : 1))
            {
                lines.Append("=\r\n");
                length = 0;
                isEscaped |= IsOddAtStart(bytes.AsSpan(place));
                width = isEscaped ? 3 : 1;
            }
            if (isEscaped)
                lines.Append('=').Append((char)Hex[octet >> 4]).Append((char)Hex[octet & 15]);
            else
                lines.Append((char)octet);
            length += width;
        }
        return lines.ToString();
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\r\n") + "\r\n";
}
