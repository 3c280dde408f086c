using System.Globalization;
using AngleSharp.Dom;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>Reads a table; one of a single cell is only a frame, and what is in it stands for itself.</summary>
internal static class Tables
{
    public static IEnumerable<Block> Read(IElement table, HtmlWalk walk, HtmlPlace place)
    {
        var caption = "";
        var rows = new List<Block>();
        foreach (var part in table.Children)
        {
            if (part.LocalName == "caption")
                caption = (caption + " " + HtmlText.OneLine(part)).Trim();
            else if (part.LocalName == "tr")
                rows.Add(Row(part, walk, place, isHead: false));
            else
                rows.AddRange(part.Children.Where(row => row.LocalName == "tr").Select(row => Row(row, walk, place, part.LocalName == "thead")));
        }
        rows.RemoveAll(row => row.Content.Count == 0);
        if (rows is [{ Content: [var only] }] && caption.Length == 0)
            return only.Content;
        if (rows.Count == 0)
            return caption.Length == 0 ? [] : [Block.Paragraph(caption)];
        return Captioned(Block.Of("table", rows), caption);
    }

    /// <summary>The table with its caption; before it where it is too long for one.</summary>
    public static IEnumerable<Block> Captioned(Block table, string caption)
    {
        if (table.TextAttribute("caption") is { } known && caption.Length > 0)
            caption = known + " – " + caption;
        return caption.Length <= 500 ? [table.With("caption", caption)] : [Block.Paragraph(caption), table];
    }

    private static Block Row(IElement row, HtmlWalk walk, HtmlPlace place, bool isHead) =>
        Block.Of("tableRow", [.. row.Children.Where(cell => cell.LocalName is "td" or "th").Select(cell => Cell(cell, walk, place, isHead))]);

    private static Block Cell(IElement cell, HtmlWalk walk, HtmlPlace place, bool isHead) =>
        Block.Of(isHead || cell.LocalName == "th" ? "tableHeader" : "tableCell", walk.BlocksOf(cell, place))
            .With("colspan", Span(cell, "colspan", 100))
            .With("rowspan", Span(cell, "rowspan", 1000));

    private static long? Span(IElement cell, string attribute, int most) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span > 1
            ? Math.Min(span, most)
            : null;
}
