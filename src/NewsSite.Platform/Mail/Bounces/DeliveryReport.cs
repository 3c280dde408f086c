using System.Text.RegularExpressions;
using NewsSite.Platform.Mail.Mime;

namespace NewsSite.Platform.Mail.Bounces;

/// <summary>The machine-readable part of a delivery status notification (RFC 3464), as servers really write it.</summary>
internal static partial class DeliveryReport
{
    /// <summary>The recipients that failed or wait; empty where all was delivered, or the report says nothing.</summary>
    public static IReadOnlyList<ReturnedRecipient> Read(MimePart report)
    {
        var recipients = new List<ReturnedRecipient>();
        // Groups of header lines, an empty line between them; the first is about the report itself, unless somebody left it out.
        foreach (var group in Groups(report.Text()))
        {
            var action = FirstWord(group.GetValueOrDefault("action", ""));
            if (action is not ("failed" or "failure" or "delayed"))
                continue;
            var status = BounceStatus.In(group.GetValueOrDefault("status", "")) is { Length: > 0 } stated ? stated : BounceStatus.In(group.GetValueOrDefault("diagnostic-code", ""));
            var address = Address(group.GetValueOrDefault("original-recipient", "")) ?? Address(group.GetValueOrDefault("final-recipient", "")) ?? "";
            var words = $"{group.GetValueOrDefault("status", "")} {group.GetValueOrDefault("diagnostic-code", "")}";
            recipients.Add(new ReturnedRecipient(address, action == "delayed", BounceStatus.Weigh(status, words), status));
        }
        return [.. recipients.DistinctBy(recipient => (recipient.Address.ToLowerInvariant(), recipient.IsDelayed))];
    }

    /// <summary>The other server's words.</summary>
    public static string Reason(MimePart report) => Groups(report.Text()).Select(group => group.GetValueOrDefault("diagnostic-code", "")).FirstOrDefault(words => words.Length > 0) ?? "";

    private static IEnumerable<Dictionary<string, string>> Groups(string text)
    {
        var group = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? name = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                if (group.Count > 0)
                    yield return group;
                (group, name) = (new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), null);
            }
            else if (line[0] is ' ' or '\t' && name is not null)
                group[name] += " " + line.Trim();
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                name = line[..colon].Trim();
                group.TryAdd(name, line[(colon + 1)..].Trim());
            }
        }
        if (group.Count > 0)
            yield return group;
    }

    private static string FirstWord(string text) => text.Split([' ', '(', '\t'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").ToLowerInvariant();

    /// <summary>"rfc822; somebody@host", also without the type or within angle brackets; null: an address of another kind.</summary>
    private static string? Address(string field) => Mail().Match(field) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"[^\s<>;,:""'()\[\]=/]+@[^\s<>;,:""'()\[\]=/]+")]
    private static partial Regex Mail();
}
