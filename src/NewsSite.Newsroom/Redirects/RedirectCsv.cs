using System.Text;

namespace NewsSite.Newsroom.Redirects;

/// <summary>Reads a list of redirects: old address, then new address, separated by comma, semicolon or tab; further columns do not matter.</summary>
public static class RedirectCsv
{
    public const int MostLines = 20_000;

    /// <summary>The lines that hold something, without a heading, each with its number from 1.</summary>
    /// <exception cref="FormatException">A quotation mark is not closed, or there are too many lines; the message says where.</exception>
    public static IReadOnlyList<(int Line, string From, string To)> Read(string text)
    {
        var rows = new List<(int Line, string From, string To)>();
        var separator = SeparatorOf(text);
        foreach (var (line, cells) in Rows(text.TrimStart('\uFEFF'), separator))
        {
            if (cells.TrueForAll(string.IsNullOrWhiteSpace) || (rows.Count == 0 && IsHeading(cells)))
                continue;
            if (rows.Count == MostLines)
                throw new FormatException($"line {line}");
            rows.Add((line, cells[0].Trim(), cells.Count > 1 ? cells[1].Trim() : ""));
        }
        return rows;
    }

    /// <summary>A first line that names its columns.</summary>
    private static bool IsHeading(List<string> cells) => !cells[0].Contains('/', StringComparison.Ordinal);

    private static char SeparatorOf(string text)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return first.Contains('\t') ? '\t' : first.Contains(';') ? ';' : ',';
    }

    private static IEnumerable<(int Line, List<string> Cells)> Rows(string text, char separator)
    {
        var (cells, cell, quoted, line, start) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character == '\n')
                line++;
            if (quoted && character == '"' && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else if (character == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (!quoted && character == separator)
                End(cells, cell);
            else if (!quoted && character == '\n')
            {
                End(cells, cell);
                yield return (start, cells);
                (cells, start) = ([], line);
            }
            else if (quoted || character != '\r')
                cell.Append(character);
        }
        if (quoted)
            throw new FormatException($"line {start}");
        End(cells, cell);
        yield return (start, cells);
    }

    private static void End(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString());
        cell.Clear();
    }
}
