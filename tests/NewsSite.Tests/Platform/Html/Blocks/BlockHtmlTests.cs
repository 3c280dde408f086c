using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Tests.Platform.Html.Blocks;

public sealed class BlockHtmlTests
{
    private static readonly string[] Elements =
    [
        "a", "blockquote", "br", "button", "caption", "cite", "code", "div", "em", "figcaption", "figure", "h2", "h3", "h4", "hr", "img", "li", "ol", "p",
        "pre", "s", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
    ];

    private static readonly string[] Attributes =
    [
        "alt", "aria-hidden", "aria-label", "class", "colspan", "data-embed", "data-embed-load", "data-gallery", "data-gallery-next",
        "data-gallery-previous", "data-title", "decoding", "height", "hidden", "href", "loading", "rel", "role", "rowspan", "scope", "sizes", "src",
        "srcset", "start", "tabindex", "type", "width",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_in_a_document_becomes_markup(int seed)
    {
        var document = BlockDocument.Of(new GeneratedBlocks(seed).Document().Content);

        var body = Parse(Html(document, media => Hostile(media)));

        var elements = body.QuerySelectorAll("*").ToList();
        Assert.Empty(elements.Select(element => element.LocalName).Except(Elements));
        Assert.Empty(elements.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Except(Attributes));
        Assert.All(elements.SelectMany(element => new[] { element.GetAttribute("href"), element.GetAttribute("data-embed") }).OfType<string>(), IsHarmless);
        Assert.Empty(body.Descendants<IComment>());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_text_of_a_document_is_shown_as_it_is(int seed)
    {
        var document = BlockDocument.Of(new GeneratedBlocks(seed).Document().Content);

        var shown = Parse(Html(document, media => Hostile(media))).TextContent;

        Assert.All(document.Root.Walk().Where(block => block.Type == "text"), block => Assert.Contains(block.Text!, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_is_one_text_node_whatever_stands_in_it()
    {
        foreach (var text in GeneratedBlocks.HostileTexts)
        {
            var paragraph = Parse(Html(BlockDocument.Of([Block.Paragraph(text)]))).QuerySelector("p")!;

            Assert.Empty(paragraph.Children);
            Assert.Equal(text, paragraph.TextContent);
        }
    }

    [Fact]
    public void Every_attribute_comes_out_whole()
    {
        foreach (var text in GeneratedBlocks.HostileTexts)
        {
            var picture = new Block("picture").With("media", 1L).With("alt", text).With("caption", text).With("credit", text).With("href", "/x?\"><script>");
            var quote = Block.Of("blockquote", Block.Paragraph("x")).With("attribution", text);
            var pull = Block.Of("pullQuote", Block.TextOf("x")).With("attribution", text);
            var box = Block.Of("factBox", Block.Paragraph("x")).With("title", text);

            var body = Parse(Html(BlockDocument.Of([picture, quote, pull, box]), media => Hostile(media)));

            Assert.Equal(text, body.QuerySelector("img")!.GetAttribute("alt"));
            Assert.Equal(text, body.QuerySelector("figure.picture .credit")!.TextContent);
            Assert.Equal("/x?\"><script>", body.QuerySelector("figure.picture a")!.GetAttribute("href"));
            Assert.Equal(text, body.QuerySelector("figure.quote figcaption")!.TextContent);
            Assert.Equal(text, body.QuerySelector(".pullquote cite")!.TextContent);
            Assert.Equal(text, body.QuerySelector(".fact .fact-title")!.TextContent);
        }
    }

    [Fact]
    public void A_picture_brings_its_sizes_and_its_measures()
    {
        var shown = new Picture
        {
            Renditions = [new Rendition("a.webp", 400, 267), new Rendition("b.webp", 800, 533), new Rendition("c.webp", 1600, 1067)],
            Alt = "A tram",
            Caption = "Line 81",
            Credit = "Zenne Post",
        };

        var image = Parse(Html(BlockDocument.Of([new Block("picture").With("media", 1L)]), _ => shown)).QuerySelector("figure.picture img")!;

        Assert.Equal("/media/b.webp", image.GetAttribute("src"));
        Assert.Equal("/media/a.webp 400w, /media/b.webp 800w, /media/c.webp 1600w", image.GetAttribute("srcset"));
        Assert.Equal(("1600", "1067", "A tram", "lazy"), (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("alt"), image.GetAttribute("loading")));
        Assert.Equal("Line 81 Zenne Post", image.NextElementSibling!.TextContent);
    }

    [Fact]
    public void A_picture_that_is_not_there_leaves_no_trace()
    {
        var awaited = new Picture { Renditions = [], Alt = "awaited" };
        var document = BlockDocument.Of([new Block("picture").With("media", 1L)]);

        Assert.Empty(Html(document, _ => null));
        Assert.Empty(Html(document, _ => awaited));
    }

    [Fact]
    public void A_gallery_counts_the_pictures_that_are_there()
    {
        var gallery = Block.Of("gallery", new Block("picture").With("media", 1L), new Block("picture").With("media", 2L), new Block("picture").With("media", 3L));
        Picture? ButTheSecond(long media) => media == 2 ? null : Hostile(media);

        var shown = Parse(Html(BlockDocument.Of([gallery]), ButTheSecond));

        Assert.Equal(2, shown.QuerySelectorAll("li").Length);
        Assert.Equal(2, shown.QuerySelectorAll("li img").Length);
        Assert.Equal("2 pictures", shown.QuerySelector(".gallery-bar > span")!.TextContent);
        Assert.Empty(Html(BlockDocument.Of([gallery]), _ => null));
    }

    [Fact]
    public void A_first_row_of_headers_is_the_head_of_its_table()
    {
        var row = (string cell, string text) => Block.Of("tableRow", Block.Of(cell, Block.Paragraph(text)));

        var table = Parse(Html(BlockDocument.Of([Block.Of("table", row("tableHeader", "Year"), row("tableCell", "2026"))]))).QuerySelector("table")!;

        Assert.Equal("Year", table.QuerySelector("thead > tr > th")!.TextContent);
        Assert.Equal("2026", table.QuerySelector("tbody > tr > td")!.TextContent);
    }

    [Fact]
    public void An_embed_is_a_link_until_a_reader_asks_for_it()
    {
        var document = BlockDocument.Of([new Block("embed").With("url", "https://youtu.be/dQw4w9WgXcQ"), new Block("embed").With("url", "https://example.org/map")]);

        var figures = Parse(Html(document)).QuerySelectorAll("figure.embed");

        Assert.Equal("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", figures[0].GetAttribute("data-embed"));
        Assert.Equal("https://youtu.be/dQw4w9WgXcQ", figures[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(figures[1].GetAttribute("data-embed"));
        Assert.All(figures, figure => Assert.Empty(figure.QuerySelectorAll("iframe, script, img")));
    }

    [Fact]
    public void Links_out_do_not_hand_over_the_window()
    {
        var document = BlockDocument.Of([Block.Of("paragraph", Block.TextOf("out", Mark.Link("https://example.org/")), Block.TextOf("in", Mark.Link("/jobs")))]);

        var links = Parse(Html(document)).QuerySelectorAll("a");

        Assert.Equal(["noopener", null], links.Select(link => link.GetAttribute("rel")));
    }

    private static readonly BlockHtmlTexts Texts = new()
    {
        GalleryOf = "Gallery of {0} pictures",
        Pictures = "{0} pictures",
        PreviousPicture = "Previous picture",
        NextPicture = "Next picture",
        Table = "Table: {0}",
        EmbedNote = "{0} may set cookies",
        EmbedShow = "Show content from {0}",
        EmbedOpen = "Open at {0}",
    };

    private static Picture Hostile(long media) => new()
    {
        Renditions = [new Rendition("a.webp", 400, 300)],
        Alt = GeneratedBlocks.HostileTexts[(int)(media % GeneratedBlocks.HostileTexts.Count)],
        Caption = GeneratedBlocks.HostileTexts[(int)((media + 1) % GeneratedBlocks.HostileTexts.Count)],
        Credit = GeneratedBlocks.HostileTexts[(int)((media + 2) % GeneratedBlocks.HostileTexts.Count)],
    };

    private static void IsHarmless(string address) =>
        Assert.True(address.StartsWith('/') || address.Split(':')[0] is "http" or "https" or "mailto" or "tel", address);

    private static string Html(BlockDocument document, Func<long, Picture?>? picture = null)
    {
        using var writer = new StringWriter();
        new BlockHtml(writer, HtmlEncoder.Default, new BlockHtmlContext { Picture = picture ?? (_ => null), Texts = Texts }).Write(document);
        return writer.ToString();
    }

    private static IElement Parse(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;
}
