using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>
/// Puts blocks as they were found into the places that the schema allows: in lists, quotes and tables only paragraphs and
/// lists, nothing deeper than the schema's depth. No text is lost: what may not stand inside moves out behind it, or becomes
/// a paragraph.
/// </summary>
internal static class BlockFit
{
    /// <summary>The deepest place where a list may begin: its texts lie three deeper, and 8 is the schema's end.</summary>
    private const int DeepestList = 5;

    private static readonly Mark[] Bold = [Mark.Bold];

    public static IReadOnlyList<Block> Fit(IEnumerable<Block> found)
    {
        var fitted = new List<Block>();
        foreach (var block in found)
        {
            // A picture that is loaded lazily often stands twice, once for browsers without script.
            if (block.Type == "picture" && fitted.Count > 0 && fitted[^1].Type == "picture"
                && fitted[^1].NumberAttribute("media") == block.NumberAttribute("media"))
                continue;
            fitted.AddRange(Top(block));
        }
        return fitted;
    }

    private static IEnumerable<Block> Top(Block block) => block.Type switch
    {
        "paragraph" or "heading" or "pullQuote" or "codeBlock" => block.Content.Count > 0 ? [block] : [],
        "bulletList" or "orderedList" => List(block),
        "blockquote" => Quote(block),
        "table" => Table(block),
        _ => [block],
    };

    /// <summary>A list is cut where something stands that no list holds, and goes on with the next number behind it.</summary>
    private static IEnumerable<Block> List(Block list)
    {
        var number = list.NumberAttribute("start") ?? 1;
        var first = number;
        var items = new List<Block>();
        foreach (var item in list.Content)
        {
            var moved = new List<Block>();
            var flow = Flow(item.Content, 3, moved);
            if (flow.Count > 0)
            {
                items.Add(Block.Of("listItem", flow));
                number++;
            }
            if (moved.Count == 0)
                continue;
            if (items.Count > 0)
                yield return Numbered(list.Type, items, first);
            foreach (var block in moved)
                yield return block;
            items = [];
            first = number;
        }
        if (items.Count > 0)
            yield return Numbered(list.Type, items, first);
    }

    private static Block Numbered(string type, List<Block> items, long start)
    {
        var list = Block.Of(type, items);
        return type == "orderedList" && start != 1 ? list.With("start", Math.Clamp(start, 0, 99_999)) : list;
    }

    private static List<Block> Quote(Block quote)
    {
        var parts = new List<Block>();
        var flow = new List<Block>();
        foreach (var block in quote.Content)
        {
            var moved = new List<Block>();
            flow.AddRange(Flow([block], 2, moved));
            if (moved.Count == 0)
                continue;
            if (flow.Count > 0)
                parts.Add(Block.Of("blockquote", flow));
            parts.AddRange(moved);
            flow = [];
        }
        if (flow.Count > 0)
            parts.Add(Block.Of("blockquote", flow));
        if (quote.TextAttribute("attribution") is not { } attribution)
            return parts;
        var last = parts.FindLastIndex(part => part.Type == "blockquote");
        if (last >= 0)
            parts[last] = parts[last].With("attribution", attribution);
        else
            parts.Add(Block.Paragraph(attribution));
        return parts;
    }

    private static IEnumerable<Block> Table(Block table)
    {
        var moved = new List<Block>();
        var rows = table.Content
            .Select(row => Block.Of("tableRow", [.. row.Content.Select(cell => cell with { Content = Flow(cell.Content, 4, moved) })]))
            .Where(row => row.Content.Count > 0).ToList();
        var hasText = rows.Exists(row => row.Content.Any(cell => cell.Content.Count > 0));
        if (hasText)
            yield return table with { Content = rows };
        else if (table.TextAttribute("caption") is { } caption)
            yield return Block.Paragraph(caption);
        foreach (var block in moved)
            yield return block;
    }

    /// <summary>Only paragraphs and lists; what is neither and has no text of its own is moved out.</summary>
    /// <param name="depth">Where these blocks stand; the document is 0.</param>
    private static List<Block> Flow(IEnumerable<Block> blocks, int depth, List<Block> moved)
    {
        var flow = new List<Block>();
        foreach (var block in blocks)
        {
            switch (block.Type)
            {
                case "paragraph":
                    AddParagraph(flow, block.Content);
                    break;
                case "heading":
                    AddParagraph(flow, [.. block.Content.Select(node => node.Type == "text" && !node.Marks.Contains(Mark.Bold) ? node with { Marks = [.. Bold, .. node.Marks] } : node)]);
                    break;
                case "bulletList" or "orderedList":
                    AddList(flow, block, depth, moved);
                    break;
                case "blockquote" or "pullQuote":
                    flow.AddRange(block.Type == "blockquote" ? Flow(block.Content, depth, moved) : Flow([Block.Of("paragraph", block.Content)], depth, moved));
                    AddParagraph(flow, block.TextAttribute("attribution") is { } attribution ? [Block.TextOf("— " + attribution)] : []);
                    break;
                case "codeBlock":
                    AddParagraph(flow, CodeLines(block));
                    break;
                case "table":
                    AddParagraph(flow, block.TextAttribute("caption") is { } caption ? [Block.TextOf(caption, Bold)] : []);
                    foreach (var row in block.Content)
                        AddRow(flow, row, depth, moved);
                    break;
                default:
                    moved.Add(block);
                    break;
            }
        }
        return flow;
    }

    private static void AddParagraph(List<Block> flow, IReadOnlyList<Block> content)
    {
        if (content.Count > 0)
            flow.Add(Block.Of("paragraph", content));
    }

    private static void AddList(List<Block> flow, Block list, int depth, List<Block> moved)
    {
        if (depth > DeepestList)
        {
            foreach (var item in list.Content)
            {
                var inner = Flow(item.Content, depth, moved);
                if (inner is [{ Type: "paragraph" } head, ..])
                    inner[0] = Block.Of("paragraph", [Block.TextOf("– "), .. head.Content]);
                flow.AddRange(inner);
            }
            return;
        }
        var items = list.Content.Select(item => Flow(item.Content, depth + 2, moved)).Where(item => item.Count > 0)
            .Select(item => Block.Of("listItem", item)).ToList();
        if (items.Count > 0)
            flow.Add(Numbered(list.Type, items, list.NumberAttribute("start") ?? 1));
    }

    private static List<Block> CodeLines(Block code)
    {
        var nodes = new List<Block>();
        foreach (var line in string.Concat(code.Content.Select(text => text.Text)).Split('\n'))
        {
            if (nodes.Count > 0)
                nodes.Add(new Block("hardBreak"));
            if (line.Length > 0)
                nodes.Add(Block.TextOf(line, new Mark("code")));
        }
        return nodes;
    }

    private static void AddRow(List<Block> flow, Block row, int depth, List<Block> moved)
    {
        var cells = row.Content.Select(cell => Flow(cell.Content, depth, moved)).Where(cell => cell.Count > 0).ToList();
        if (cells.Exists(cell => cell is not [{ Type: "paragraph" }]))
        {
            flow.AddRange(cells.SelectMany(cell => cell));
            return;
        }
        var line = new List<Block>();
        foreach (var cell in cells)
        {
            if (line.Count > 0)
                line.Add(Block.TextOf(" | "));
            line.AddRange(cell[0].Content);
        }
        AddParagraph(flow, line);
    }
}
