using System.Globalization;

namespace NewsSite.Platform.Audit;

/// <summary>
/// The audit trail as CSV (RFC 4180, UTF-8 with a mark, so that spreadsheets read it). Whoever can sign in, or only try to, can
/// put a text into the trail, and spreadsheets run cells that begin like a formula: such cells get an apostrophe before them.
/// </summary>
public static class AuditCsv
{
    private static readonly string[] Heads = ["id", "at (UTC)", "who id", "who", "what", "kind", "thing id", "thing", "details", "from address", "request"];

    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",\"\r\n");

    public static async Task WriteAsync(TextWriter writer, IAsyncEnumerable<AuditEntry> entries, CancellationToken cancel)
    {
        await writer.WriteAsync('\uFEFF');
        await WriteLineAsync(writer, Heads);
        await foreach (var entry in entries.WithCancellation(cancel))
            await WriteLineAsync(writer, Cells(entry));
    }

    internal static string Cell(string text)
    {
        // A tab or a line end before the sign is skipped by some spreadsheets.
        var isFormula = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
        var safe = isFormula ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string[] Cells(AuditEntry entry) =>
    [
        Number(entry.Id), entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture), Number(entry.ActorId), entry.ActorName,
        entry.Verb, entry.Kind, Number(entry.ThingId), entry.Thing, entry.Details, entry.FromAddress, entry.RequestId,
    ];

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static Task WriteLineAsync(TextWriter writer, string[] cells) => writer.WriteAsync(string.Join(',', cells.Select(Cell)) + "\r\n");
}
