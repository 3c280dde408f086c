using System.Text.RegularExpressions;

namespace NewsSite.Platform.Mail.Bounces;

/// <summary>What a status code (RFC 3463) and the words beside it say of the address.</summary>
internal static partial class BounceStatus
{
    /// <summary>The first code such as 5.1.1; else the class that a reply's three digits stand for, such as 5.0.0; empty: neither.</summary>
    public static string In(string text)
    {
        if (Enhanced().Match(text) is { Success: true } enhanced)
            return enhanced.Value;
        return Reply().Match(text) is { Success: true } reply ? $"{reply.Value[0]}.0.0" : "";
    }

    public static BounceWeight Weigh(string status, string words)
    {
        if (status.StartsWith('4') || Passing().IsMatch(words))
            return BounceWeight.Soft;
        // A mailbox that is full, a mail that is too large, loops, networks, and whatever policy dislikes: the address itself is none of these's fault.
        return status is "5.2.2" or "5.2.3" or "5.3.4" or "5.3.1" or "5.4.6" or "5.4.7" || status.StartsWith("5.6.", StringComparison.Ordinal) || status.StartsWith("5.7.", StringComparison.Ordinal)
            ? BounceWeight.Soft
            : BounceWeight.Hard;
    }

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]\d)")]
    private static partial Regex Enhanced();

    [GeneratedRegex(@"(?<![\d.])[45]\d\d(?=[\s-])")]
    private static partial Regex Reply();

    [GeneratedRegex("""
        quota|mail(box|folder)?\s+(is\s+)?full|full\s+mailbox|folder\s+is\s+full|space\s+not\s+enough|too\s+much\s+mail|insufficient\s+(system\s+)?storage|not\s+been\s+collected
        |too\s+large|exceed\w*\s+(the\s+)?max\w*\s+(incoming|inbound|message)|message\s+size|too\s+many\s+hops|looping|mail\s+loop
        |try\s+again|temporar|timed?\s*out|time-?out|in\s+the\s+queue\s+too\s+long|could\s+not\s+find\s+a\s+gateway|wasn't\s+able\s+to\s+establish|maximum\s+delivery\s+attempts|failed\s+\d+\s+attempts
        |spam|virus|blacklist|block\s?list|blocked|not\s+accepting\s+mail\s+from|command\s+died
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Passing();
}
