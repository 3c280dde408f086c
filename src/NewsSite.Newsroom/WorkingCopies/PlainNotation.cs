using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsSite.Newsroom.Comments;
using NewsSite.Platform.Html;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.WorkingCopies;

/// <summary>
/// A body as plain text, for whoever writes without scripts: paragraphs between empty lines, subheads after ##, lists after - or 1.,
/// **bold**, *italic* and [links](https://…). Only what comes back exactly the same is ever written so; a body that holds more
/// (pictures, tables, embeds) has no such text, and nothing of it can be lost.
/// </summary>
public static partial class PlainNotation
{
    /// <summary>In characters; far below what a document may weigh.</summary>
    public const int MaxLength = 200_000;

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>The body in this notation; null where it holds what the notation cannot say.</summary>
    public static string? Of(BlockDocument body)
    {
        var text = string.Join("\n\n", body.Root.Content.Select(Written));
        return Key(Read(text)) == Key(body) ? text : null;
    }

    /// <summary>The body that a text says. Every text says one.</summary>
    public static BlockDocument Read(string text)
    {
        var lines = PlainWords.Clean(text).Replace('\t', ' ').Split('\n').Select(line => line.TrimEnd()).ToList();
        var blocks = new List<Block>();
        for (var at = 0; at < lines.Count;)
        {
            var own = lines.Skip(at).TakeWhile(line => line.Length > 0).ToList();
            if (own.Count > 0)
                blocks.Add(Part(own));
            at += own.Count + 1;
        }
        return blocks.Count == 0 ? BlockDocument.Empty : BlockDocument.Of(blocks);
    }

    private static Block Part(List<string> lines)
    {
        if (lines is [var only] && Subhead().Match(only) is { Success: true } subhead)
            return Block.Of("heading", Words(subhead.Groups["words"].Value)).With("level", (long)subhead.Groups["level"].Length);
        if (lines.TrueForAll(line => line.StartsWith("- ", StringComparison.Ordinal)))
            return Block.Of("bulletList", [.. lines.Select(line => Item(line[2..]))]);
        var numbers = lines.ConvertAll(line => Number().Match(line));
        if (numbers.TrueForAll(number => number.Success))
        {
            var start = long.Parse(numbers[0].Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            var list = Block.Of("orderedList", [.. numbers.Select(number => Item(number.Groups["words"].Value))]);
            return start == 1 ? list : list.With("start", start);
        }
        var words = lines.SelectMany((line, index) => index == 0 ? Words(line) : Words(line).Prepend(new Block("hardBreak")));
        return Block.Of("paragraph", [.. words]);
    }

    private static Block Item(string words) => Block.Of("listItem", Block.Of("paragraph", Words(words)));

    private static List<Block> Words(string text)
    {
        var nodes = new List<Block>();
        Add(text, [], nodes);
        return nodes;
    }

    /// <summary>What a mark is not closed for stands as it was typed.</summary>
    private static void Add(string text, IReadOnlyList<Mark> marks, List<Block> nodes)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\\' && at + 1 < text.Length && char.IsPunctuation(text[at + 1]))
            {
                plain.Append(text[at + 1]);
                at += 2;
            }
            else if (Marked(text, at, marks) is { } marked)
            {
                End();
                Add(marked.Words, [.. marks, marked.Mark], nodes);
                at = marked.End;
            }
            else
            {
                plain.Append(text[at++]);
            }
        }
        End();

        void End()
        {
            if (plain.Length == 0)
                return;
            // Texts with the same marks are one node, as the editor makes it.
            if (nodes.Count > 0 && nodes[^1] is { Text: { } before } last && last.Marks.SequenceEqual(marks))
                nodes[^1] = last with { Text = before + plain };
            else
                nodes.Add(Block.TextOf(plain.ToString(), marks));
            plain.Clear();
        }
    }

    private static (Mark Mark, string Words, int End)? Marked(string text, int at, IReadOnlyList<Mark> marks)
    {
        foreach (var (sign, mark) in new[] { ("**", Mark.Bold), ("*", Mark.Italic) })
        {
            if (!marks.Contains(mark) && string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0 && Close(text, at + sign.Length, sign) is > 0 and var end && end > at + sign.Length)
                return (mark, text[(at + sign.Length)..end], end + sign.Length);
        }
        if (text[at] == '[' && marks.All(mark => mark.Type != "link") && Close(text, at + 1, "](") is > 0 and var middle && middle > at + 1 && text.IndexOf(')', middle) is > 0 and var last)
        {
            var address = text[(middle + 2)..last];
            if (address.Length > 0 && Link.IsAllowed(address, Schemes))
                return (Mark.Link(address), text[(at + 1)..middle], last + 1);
        }
        return null;
    }

    /// <summary>Where the sign stands next that is not escaped, and for a single star no half of two; -1: nowhere.</summary>
    private static int Close(string text, int from, string sign)
    {
        for (var at = from; at <= text.Length - sign.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (sign == "*" && at + 1 < text.Length && text[at] == '*' && text[at + 1] == '*')
                at++;
            else if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0)
                return at;
        }
        return -1;
    }

    private static string Written(Block block) => block.Type switch
    {
        "heading" => new string('#', (int)(block.NumberAttribute("level") ?? 2)) + " " + Inline(block),
        "bulletList" => string.Join('\n', block.Content.Select(item => "- " + ItemText(item))),
        "orderedList" => string.Join('\n', block.Content.Select((item, index) => string.Create(CultureInfo.InvariantCulture, $"{(block.NumberAttribute("start") ?? 1) + index}. {ItemText(item)}"))),
        "paragraph" => Start().Replace(Inline(block), @"\$0"),
        _ => "",
    };

    private static string ItemText(Block item) => item.Content is [{ Type: "paragraph" } words] ? Inline(words) : "";

    private static string Inline(Block block)
    {
        var text = new StringBuilder();
        for (var at = 0; at < block.Content.Count;)
        {
            var address = Address(block.Content[at]);
            var linked = block.Content.Skip(at).TakeWhile(node => node.Type == "text" && Address(node) == address).ToList();
            var words = linked.Count == 0 ? "\n" : string.Concat(linked.Select(Marked));
            text.Append(address is null ? words : $"[{words}]({address})");
            at += Math.Max(1, linked.Count);
        }
        return text.ToString();
    }

    private static string? Address(Block node) => node.Marks.FirstOrDefault(mark => mark.Type == "link")?.Href;

    private static string Marked(Block node)
    {
        var words = Special().Replace(node.Text ?? "", @"\$0");
        if (node.Marks.Any(mark => mark.Type == "italic"))
            words = $"*{words}*";
        return node.Marks.Any(mark => mark.Type == "bold") ? $"**{words}**" : words;
    }

    /// <summary>Equal for bodies that say the same: the order in which a word is bold and a link means nothing.</summary>
    private static string Key(BlockDocument body) => BlockDocument.Of([.. body.Root.Content.Select(Ordered)]).ToJson();

    private static Block Ordered(Block block) => block with
    {
        Content = [.. block.Content.Select(Ordered)],
        Marks = [.. block.Marks.OrderBy(mark => mark.Type, StringComparer.Ordinal)],
        Attributes = block.Attributes.Where(attribute => attribute is not { Key: "start", Value: 1L }).ToDictionary(attribute => attribute.Key, attribute => attribute.Value),
    };

    [GeneratedRegex("^(?<level>#{2,4}) (?<words>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Subhead();

    [GeneratedRegex(@"^(?<number>\d{1,6})\. (?<words>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    /// <summary>What would begin a subhead or a list at the start of a line; an escaped sign begins nothing.</summary>
    [GeneratedRegex(@"^(?=#{2,4} |- )|(?<=^\d{1,6})(?=\. )", RegexOptions.Multiline)]
    private static partial Regex Start();

    [GeneratedRegex(@"[\\*\[\]]")]
    private static partial Regex Special();
}
