using System.Text;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Platform.Files;

namespace NewsSite.Web.Pages;

/// <summary>Sends a short table as a file of comma-separated values.</summary>
public static class CsvFile
{
    /// <param name="name">The file's; letters, digits, hyphens and a dot.</param>
    /// <param name="lines">The first names the columns.</param>
    public static async Task<IActionResult> SendAsync(HttpResponse response, string name, IEnumerable<IReadOnlyList<string>> lines, CancellationToken cancel)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync(CsvLine.Mark);
        foreach (var line in lines)
            await writer.WriteAsync(CsvLine.Of(line).AsMemory(), cancel);
        return new EmptyResult();
    }
}
