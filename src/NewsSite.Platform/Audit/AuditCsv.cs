using System.Globalization;
using NewsSite.Platform.Files;

namespace NewsSite.Platform.Audit;

/// <summary>The audit trail as CSV. Whoever can sign in, or only try to, can put a text into the trail.</summary>
public static class AuditCsv
{
    private static readonly string[] Heads = ["id", "at (UTC)", "who id", "who", "what", "kind", "thing id", "thing", "details", "from address", "request"];

    public static async Task WriteAsync(TextWriter writer, IAsyncEnumerable<AuditEntry> entries, CancellationToken cancel)
    {
        await writer.WriteAsync(CsvLine.Mark);
        await writer.WriteAsync(CsvLine.Of(Heads));
        await foreach (var entry in entries.WithCancellation(cancel))
            await writer.WriteAsync(CsvLine.Of(Cells(entry)));
    }

    private static string[] Cells(AuditEntry entry) =>
    [
        Number(entry.Id), entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture), Number(entry.ActorId), entry.ActorName,
        entry.Verb, entry.Kind, Number(entry.ThingId), entry.Thing, entry.Details, entry.FromAddress, entry.RequestId,
    ];

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
