using System.Globalization;

namespace NewsSite.Platform.Html.Blocks;

/// <content>Tables.</content>
public sealed partial class BlockHtml
{
    private void WriteTable(Block block)
    {
        var head = block.Content[0].Content.All(cell => cell.Type == "tableHeader");
        var caption = block.TextAttribute("caption") ?? "";
        var figures = head ? FigureColumns(block) : [];
        if (!IsElsewhere)
        {
            writer.Write("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
            Encode(context.Texts.Table, caption.Length > 0 ? caption : FirstWords(block));
            writer.Write("\">");
        }
        writer.Write("<table>");
        if (caption.Length > 0)
        {
            writer.Write("<caption>");
            encoder.Encode(writer, caption);
            writer.Write("</caption>");
        }
        if (head)
        {
            writer.Write("<thead>");
            WriteRow(block.Content[0], isHead: true, figures);
            writer.Write("</thead>");
        }
        writer.Write("<tbody>");
        foreach (var row in block.Content.Skip(head ? 1 : 0))
            WriteRow(row, isHead: false, figures);
        writer.Write(IsElsewhere ? "</tbody></table>\n" : "</tbody></table></div>\n");
    }

    private void WriteRow(Block row, bool isHead, HashSet<int> figures)
    {
        writer.Write("<tr>");
        foreach (var (column, cell) in row.Content.Index())
        {
            var element = cell.Type == "tableCell" ? "td" : isHead ? "th scope=\"col\"" : "th scope=\"row\"";
            WriteCell(cell, element, isHead ? figures.Contains(column) : IsNumber(cell));
        }
        writer.Write("</tr>");
    }

    /// <summary>The columns of figures, whose heads are set flush right too; none where a cell spans others.</summary>
    private static HashSet<int> FigureColumns(Block table)
    {
        var rows = table.Content.Skip(1).Select(row => row.Content).ToList();
        var columns = table.Content[0].Content.Count;
        var isPlain = rows.Count > 0 && rows.All(row => row.Count == columns);
        return isPlain ? [.. Enumerable.Range(0, columns).Where(column => rows.All(row => IsNumber(row[column])))] : [];
    }

    private static string FirstWords(Block table) =>
        string.Concat(table.Content[0].Content[0].Walk().Select(block => block.Text));

    private void WriteCell(Block cell, string element, bool isFigure)
    {
        writer.Write('<');
        writer.Write(element);
        foreach (var span in new[] { "colspan", "rowspan" })
        {
            if (cell.NumberAttribute(span) is { } value and > 1)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $" {span}=\"{value}\""));
        }
        writer.Write(isFigure ? " class=\"number\">" : ">");
        if (cell.Content is [{ Type: "paragraph" } only])
            WriteAll(only.Content);
        else
            WriteAll(cell.Content);
        writer.Write(element.StartsWith("th", StringComparison.Ordinal) ? "</th>" : "</td>");
    }

    /// <summary>Figures are set flush right, so that they can be compared.</summary>
    private static bool IsNumber(Block cell)
    {
        var digits = 0;
        foreach (var character in cell.Walk().SelectMany(block => block.Text ?? ""))
        {
            if (char.IsDigit(character))
                digits++;
            else if (!" \u00a0\u202f.,:%€+-–−×/".Contains(character, StringComparison.Ordinal))
                return false;
        }
        return digits > 0;
    }
}
