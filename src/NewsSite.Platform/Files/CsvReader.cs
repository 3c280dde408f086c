using System.Runtime.CompilerServices;
using System.Text;

namespace NewsSite.Platform.Files;

/// <summary>
/// Reads a file of values separated by commas, as RFC 4180 has them, whose first row names the columns. Memory holds one row.
/// Lines before it that begin with # are the file's own words.
/// </summary>
public sealed class CsvReader(TextReader reader)
{
    /// <summary>Longer than any row of an honest file; a quotation mark left open ends here and not at the end of the memory.</summary>
    private const int LongestRow = 1_000_000;

    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private int _line;

    /// <param name="needed">Columns that must be there.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="FormatException">The file is not so; the message begins with the line.</exception>
    public async IAsyncEnumerable<CsvRow> RowsAsync(IReadOnlyList<string> needed, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        Dictionary<string, int>? columns = null;
        while (await ReadAsync(cancel) is { } line)
        {
            if (_cells is [""] || (columns is null && _cells[0].StartsWith('#')))
                continue;
            if (columns is not null)
            {
                if (_cells.Count > columns.Count)
                    throw new FormatException($"line {line}: {_cells.Count} values, but the first row names {columns.Count} columns");
                yield return new CsvRow(line, columns, [.. _cells]);
                continue;
            }
            columns = Columns(line);
            if (needed.FirstOrDefault(column => !columns.ContainsKey(column)) is { } missing)
                throw new FormatException($"line {line}: no column '{missing}'; the first row names {string.Join(", ", columns.Keys)}");
        }
        if (columns is null)
            throw new FormatException("line 1: the file is empty");
    }

    private Dictionary<string, int> Columns(int line)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (place, name) in _cells.Index())
        {
            if (!columns.TryAdd(name.Trim(), place))
                throw new FormatException($"line {line}: two columns are named '{name.Trim()}'");
        }
        return columns;
    }

    /// <returns>The line on which the row begins; null at the end.</returns>
    private async ValueTask<int?> ReadAsync(CancellationToken cancel)
    {
        _cells.Clear();
        if (await LineAsync(cancel) is not { } text)
            return null;
        var start = _line;
        for (var at = 0; ; at++)
        {
            if (at < text.Length && text[at] == '"')
            {
                (text, at) = await QuotedAsync(text, at + 1, start, cancel);
                if (at < text.Length && text[at] != ',')
                    throw new FormatException($"line {_line}: after a closing quotation mark a comma or the end of the line must follow");
            }
            else
            {
                var end = text.IndexOf(',', at) is >= 0 and var comma ? comma : text.Length;
                _cell.Append(text, at, end - at);
                at = end;
            }
            _cells.Add(_cell.ToString());
            _cell.Clear();
            if (at >= text.Length)
                return start;
        }
    }

    /// <summary>A value in quotation marks, which may go over lines.</summary>
    /// <returns>The line on which it ends, and the place behind it.</returns>
    private async ValueTask<(string Text, int At)> QuotedAsync(string text, int at, int start, CancellationToken cancel)
    {
        while (true)
        {
            var end = text.IndexOf('"', at);
            _cell.Append(text, at, (end < 0 ? text.Length : end) - at);
            if (end >= 0 && end + 1 < text.Length && text[end + 1] == '"')
            {
                _cell.Append('"');
                at = end + 2;
            }
            else if (end >= 0)
            {
                return (text, end + 1);
            }
            else
            {
                if (_cell.Length > LongestRow || await LineAsync(cancel) is not { } next)
                    throw new FormatException($"line {start}: a quotation mark is opened and not closed");
                _cell.Append('\n');
                (text, at) = (next, 0);
            }
        }
    }

    private async ValueTask<string?> LineAsync(CancellationToken cancel)
    {
        try
        {
            var line = await reader.ReadLineAsync(cancel);
            if (line is not null)
                _line++;
            return line;
        }
        catch (DecoderFallbackException broken)
        {
            throw new FormatException($"line {_line + 1}: not UTF-8", broken);
        }
    }
}

/// <summary>A row of such a file.</summary>
/// <param name="line">From 1, where it begins.</param>
public sealed class CsvRow(int line, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> cells)
{
    public int Line => line;

    /// <summary>The value of a column, without white space around it; empty where the row or the file lacks it.</summary>
    public string this[string column] => columns.TryGetValue(column, out var place) && place < cells.Count ? cells[place].Trim() : "";
}
