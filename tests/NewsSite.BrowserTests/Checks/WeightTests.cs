using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Checks;

/// <summary>What a first visit weighs; kilobytes of 1000 bytes.</summary>
public sealed partial class WeightTests(Site site)
{
    [Fact]
    public async Task The_front_page_is_light()
    {
        Assert.SkipWhen(Site.Missing is not null, Site.Missing ?? "");

        Assert.InRange(await SizeAsync("/", "gzip"), 1, 24_999);
    }

    [Fact]
    public async Task The_script_is_small()
    {
        Assert.SkipWhen(Site.Missing is not null, Site.Missing ?? "");
        using var client = new HttpClient();
        var script = Script().Match(await client.GetStringAsync(site.Demo, TestContext.Current.CancellationToken)).Groups[1].Value;

        Assert.InRange(await SizeAsync(script, "identity"), 1, 15_000);
    }

    private async Task<int> SizeAsync(string path, string encoding)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var answer = await client.GetAsync(site.Demo + path);
        Assert.Equal(encoding == "identity" ? [] : [encoding], answer.Content.Headers.ContentEncoding);
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    [GeneratedRegex("<script type=\"module\" src=\"([^\"]+)\"")]
    private static partial Regex Script();
}
