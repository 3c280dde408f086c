using System.Buffers;

namespace NewsSite.Platform.Files;

/// <summary>
/// A line of CSV (RFC 4180). Readers of the site can put texts into what staff takes along, and spreadsheets run cells that
/// begin like a formula: such cells get an apostrophe before them.
/// </summary>
public static class CsvLine
{
    /// <summary>Begins a file that spreadsheets are to read as UTF-8.</summary>
    public const char Mark = '\uFEFF';

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static string Of(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    internal static string Cell(string text)
    {
        // A tab or a line end before the sign is skipped by some spreadsheets.
        var isFormula = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
        var safe = isFormula ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
