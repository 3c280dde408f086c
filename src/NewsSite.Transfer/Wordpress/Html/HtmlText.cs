using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>The text of HTML without its form, for titles, captions and code.</summary>
internal static class HtmlText
{
    /// <summary>What is markup or data for machines, never text.</summary>
    public static bool IsHidden(string element) => element is "script" or "style" or "template";

    /// <summary>Whether a text may hold it: no control character but tab and line end, and nothing that XML forbids.</summary>
    public static bool IsSound(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control || rune.Value is '\t' or '\n')
        && rune.Value is not (0xFFFE or 0xFFFF or 0xFEFF);

    /// <summary>Without what no text may hold; U+FFFF would even end the parser's work.</summary>
    public static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSound(rune) || rune.Value is '\r' or '\f')
                sound.Append(units[..rune.EncodeToUtf16(units)]);
        }
        return sound.ToString();
    }

    /// <summary>The text of a piece of HTML in one line, such as of a title.</summary>
    public static string OneLine(string html)
    {
        if (html.IndexOfAny(['<', '&']) < 0)
            return Fold(html);
        var document = new HtmlParser().ParseDocument("<body>" + HarmlessElements.Rename(Sound(html)));
        return OneLine(document.Body!);
    }

    /// <summary>All text under a node in one line.</summary>
    public static string OneLine(INode node) => Fold(Of(node, " "));

    /// <summary>All text under a node with its line ends.</summary>
    public static string Lines(INode node)
    {
        var sound = new StringBuilder();
        foreach (var rune in Of(node, "\n").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsSound(rune))
                sound.Append(rune.ToString());
        }
        return sound.ToString().Trim('\n');
    }

    /// <summary>Cut to so many characters, at a word where one ends near, never inside a surrogate pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = text.LastIndexOf(' ', length - 1, length / 4);
        if (end < 0)
            end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
    }

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else if (IsSound(rune))
            {
                folded.Append(rune.ToString());
            }
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>Without recursion: what comes from outside may be nested thousands deep.</summary>
    private static string Of(INode root, string lineBreak)
    {
        var text = new StringBuilder();
        var open = new Stack<INode>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            if (node is IText words)
                text.Append(words.Data);
            else if (node is IElement { LocalName: "br" })
                text.Append(lineBreak);
            if (node is IElement element && (IsHidden(element.LocalName) && node != root))
                continue;
            if (node != root && node is IElement { LocalName: "p" or "div" or "li" or "tr" or "td" or "th" or "figcaption" })
                text.Append(lineBreak);
            for (var i = node.ChildNodes.Length - 1; i >= 0; i--)
                open.Push(node.ChildNodes[i]);
        }
        return text.ToString();
    }
}
