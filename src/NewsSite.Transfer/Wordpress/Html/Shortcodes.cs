using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>
/// Finds the shortcodes in a text. Those of WordPress itself become elements that the walk understands; those of plug-ins are
/// taken out and noted, what they enclose stays. A word in brackets, such as [sic], is no shortcode: one is known by its
/// attributes, its closing twin, an underscore or hyphen in its name, or by standing alone in its paragraph.
/// </summary>
internal static partial class Shortcodes
{
    private static readonly HashSet<string> Known = ["caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist"];

    public static string Expand(string html, ConversionNotes notes)
    {
        if (!html.Contains('[', StringComparison.Ordinal))
            return html;
        try
        {
            return Replaced(html, notes);
        }
        catch (RegexMatchTimeoutException)
        {
            notes.Add(NoteKind.Shortcode, "shortcodes of a text that is no sound HTML were not looked for");
            return html;
        }
    }

    private static string Replaced(string html, ConversionNotes notes)
    {
        var closed = Closing().Matches(html).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder(html.Length);
        var open = new Stack<string>();
        var at = 0;
        foreach (Match match in Token().Matches(html))
        {
            text.Append(html, at, match.Index - at);
            at = match.Index + match.Length;
            if (!match.Groups["name"].Success)
                text.Append(match.Value);
            else if (match.Groups["escaped"].Success && match.Value.EndsWith("]]", StringComparison.Ordinal))
                text.Append(WebUtility.HtmlEncode(WebUtility.HtmlDecode(match.Value[1..^1])));
            else
                Replace(match, new Surroundings(html, closed), text, open, notes);
        }
        text.Append(html, at, html.Length - at);
        while (open.TryPop(out _))
            text.Append("</wp-shortcode>");
        return text.ToString();
    }

    private static void Replace(Match match, Surroundings around, StringBuilder text, Stack<string> open, ConversionNotes notes)
    {
        var name = match.Groups["name"].Value;
        if (match.Groups["close"].Success)
        {
            // The end of a foreign one goes unsaid: it was noted where it began.
            while (open.Contains(name))
            {
                text.Append("</wp-shortcode>");
                if (open.Pop() == name)
                    break;
            }
            return;
        }
        if (Known.Contains(name))
        {
            text.Append("<wp-shortcode data-name=\"").Append(name).Append('"');
            foreach (Match attribute in Attribute().Matches(WebUtility.HtmlDecode(match.Groups["attributes"].Value)))
                AppendAttribute(text, attribute);
            text.Append('>');
            var encloses = around.Closed.Contains(name) && !match.Groups["void"].Success && name is "caption" or "wp_caption" or "embed" or "audio" or "video"
                && around.Html.IndexOf($"[/{name}]", match.Index, StringComparison.Ordinal) > 0;
            if (encloses)
                open.Push(name);
            else
                text.Append("</wp-shortcode>");
        }
        else if (IsShortcode(match, around))
        {
            notes.Add(NoteKind.Shortcode, $"[{name}]");
        }
        else
        {
            text.Append(match.Value);
        }
    }

    private static void AppendAttribute(StringBuilder text, Match attribute)
    {
        var key = attribute.Groups["key"].Value.ToLowerInvariant();
        text.Append(" data-").Append(key.Length == 0 ? "value" : key).Append("=\"")
            .Append(WebUtility.HtmlEncode(attribute.Groups["value"].Value)).Append('"');
    }

    private static bool IsShortcode(Match match, Surroundings around)
    {
        var name = match.Groups["name"].Value;
        return match.Groups["void"].Success || around.Closed.Contains(name)
            || name.AsSpan().IndexOfAny('_', '-') > 0 || match.Groups["attributes"].Value.Contains('=', StringComparison.Ordinal)
            || (match.Groups["attributes"].Value.Trim().Length == 0 && around.IsAlone(match));
    }

    /// <param name="Closed">The names that have a closing twin somewhere in the text.</param>
    private sealed record Surroundings(string Html, HashSet<string> Closed)
    {
        public bool IsAlone(Match match)
        {
            var before = match.Index - 1;
            while (before >= 0 && Html[before] is ' ' or '\t')
                before--;
            var after = match.Index + match.Length;
            while (after < Html.Length && Html[after] is ' ' or '\t')
                after++;
            return (before < 0 || Html[before] is '>' or '\n') && (after >= Html.Length || Html[after] is '<' or '\n' or '\r');
        }
    }

    /// <summary>Comments, tags, code and preformatted text pass as they are; in them a bracket is a bracket.</summary>
    [GeneratedRegex("""<!--.*?-->|<(?:code|pre|script|style)\b.*?</(?:code|pre|script|style)>|</?[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>|(?<escaped>\[)?\[(?<close>/)?(?<name>[a-zA-Z][a-zA-Z0-9_-]{0,60})(?<attributes>(?:\s(?:"[^"\[\]]*"|'[^'\[\]]*'|[^\[\]"'/]|/(?!\]))*)?)(?<void>\s*/)?\]\]?""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\[/([a-zA-Z][a-zA-Z0-9_-]{0,60})\]")]
    private static partial Regex Closing();

    [GeneratedRegex("""(?:(?<key>[a-zA-Z][a-zA-Z0-9_-]{0,40})\s*=\s*)?(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'=]+))""")]
    private static partial Regex Attribute();
}
