namespace NewsSite.Platform.Mail.Smtp;

/// <summary>A mail as DATA wants it (RFC 5321, 4.5.2): a dot at the start of a line doubled, and a dot alone at the end.</summary>
internal static class DotStuffing
{
    public static byte[] Of(ReadOnlySpan<byte> content)
    {
        var dots = 0;
        for (var place = 0; place < content.Length; place++)
        {
            if (content[place] == '.' && IsLineStart(content, place))
                dots++;
        }
        var needsEnd = !content.EndsWith("\r\n"u8);
        var stuffed = new byte[content.Length + dots + (needsEnd ? 2 : 0) + 3];
        var written = 0;
        for (var place = 0; place < content.Length; place++)
        {
            if (content[place] == '.' && IsLineStart(content, place))
                stuffed[written++] = (byte)'.';
            stuffed[written++] = content[place];
        }
        (needsEnd ? "\r\n.\r\n"u8 : ".\r\n"u8).CopyTo(stuffed.AsSpan(written));
        return stuffed;
    }

    private static bool IsLineStart(ReadOnlySpan<byte> content, int place) => place == 0 || content[place - 1] == '\n';
}
