using System.Globalization;
using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Running;

/// <summary>Asks the site, from a reader's page, until it answers as expected: a page's own wait does not look at what a promise holds.</summary>
internal static class Answers
{
    /// <summary>In seconds. What is planned for the next minute takes up to seventy; everything else is there at once.</summary>
    private const int Patience = 80;

    /// <summary>The moment at which it was so, by the browser's clock; 0 where it never was.</summary>
    private const string Ask = """
        async ([path, status, words, isThere, seconds]) => {
            for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise(done => setTimeout(done, 250))) {
                const answer = await fetch(path, { cache: 'no-store' });
                if (String(answer.status) === status && (await answer.text()).includes(words) === (isThere === 'yes')) return Date.now();
            }
            return 0;
        }
        """;

    /// <returns>When the words were there.</returns>
    public static async Task<DateTimeOffset> SeesAsync(IPage reader, string path, string words, bool isThere = true)
    {
        var at = await AskAsync(reader, path, "200", words, isThere);
        Assert.True(at > 0, $"{path} with “{words}”: {isThere}");
        return DateTimeOffset.FromUnixTimeMilliseconds(at);
    }

    public static async Task AreAsync(IPage reader, string path, int status) =>
        Assert.True(await AskAsync(reader, path, status.ToString(CultureInfo.InvariantCulture), "", isThere: true) > 0, $"{path} does not answer with {status}");

    private static async Task<long> AskAsync(IPage reader, string path, string status, string words, bool isThere) =>
        (long)await reader.EvaluateAsync<double>(Ask, new[] { path, status, words, isThere ? "yes" : "no", Patience.ToString(CultureInfo.InvariantCulture) });
}
