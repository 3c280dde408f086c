using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.IntegrationTests.Web;

/// <summary>What the site answered, and for pages what a reader would look for on them.</summary>
public sealed class Answer
{
    private readonly Dictionary<string, string> _headers;
    private readonly Lazy<IHtmlDocument> _page;

    private Answer(int status, Dictionary<string, string> headers, byte[] content)
    {
        Status = status;
        _headers = headers;
        Content = content;
        _page = new Lazy<IHtmlDocument>(() => new HtmlParser().ParseDocument(Text));
    }

    public int Status { get; }

    public IReadOnlyDictionary<string, string> Headers => _headers;

    /// <summary>As it came, perhaps compressed.</summary>
    public IReadOnlyList<byte> Content { get; }

    public string Text => System.Text.Encoding.UTF8.GetString([.. Content]);

    public IHtmlDocument Page => _page.Value;

    public string? this[string header] => _headers.GetValueOrDefault(header);

    public string? Location => this["Location"];

    /// <summary>Without its parameters.</summary>
    public string MediaType => (this["Content-Type"] ?? "").Split(';')[0];

    public string Title => Page.QuerySelector("main h1")?.TextContent.Trim() ?? "";

    public string Language => Page.DocumentElement.GetAttribute("lang") ?? "";

    public string? Canonical => Page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    /// <summary>Addresses by language code, as search engines are told of them.</summary>
    public IReadOnlyDictionary<string, string> Alternates =>
        Page.QuerySelectorAll("link[rel=alternate][hreflang]").ToDictionary(link => link.GetAttribute("hreflang")!, link => link.GetAttribute("href")!);

    /// <summary>Where the links inside that part of the page lead, each once, in order.</summary>
    public IReadOnlyList<string> Links(string part = "main") =>
        [.. Page.QuerySelectorAll($"{part} a[href]").Select(link => link.GetAttribute("href")!).Distinct()];

    /// <summary>Where a list's page leads on to; null: nowhere.</summary>
    /// <param name="rel">next or prev.</param>
    public string? Turn(string rel) => Page.QuerySelector($".paging a[rel={rel}]")?.GetAttribute("href");

    public string TextOf(string selector) => string.Join('\n', Page.QuerySelectorAll(selector).Select(element => element.Text().Trim()));

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
}
