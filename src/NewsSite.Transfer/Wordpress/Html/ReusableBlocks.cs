using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>Puts the text of reusable blocks where a post only refers to them.</summary>
internal static partial class ReusableBlocks
{
    private const int MaxDepth = 4;
    private const int MaxLength = 4 * 1024 * 1024;

    public static string Insert(string html, IReadOnlyDictionary<long, string> blocks)
    {
        for (var depth = 0; depth < MaxDepth && blocks.Count > 0 && html.Length < MaxLength && html.Contains("<!-- wp:block", StringComparison.Ordinal); depth++)
        {
            html = Reference().Replace(html, match =>
                long.TryParse(match.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && blocks.TryGetValue(id, out var text)
                    ? text
                    : match.Value);
        }
        return html;
    }

    [GeneratedRegex(@"<!--\s+wp:block\s+\{[^}]*""ref"":(?<id>\d{1,18})[^}]*\}\s*/-->", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
