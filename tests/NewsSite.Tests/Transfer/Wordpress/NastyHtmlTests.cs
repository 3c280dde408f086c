using System.Text;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Tests.Transfer.Wordpress;

/// <summary>Whatever HTML comes in, a document comes out that the schema allows, with every word of it.</summary>
public sealed class NastyHtmlTests
{
    private static readonly string[] Elements =
    [
        "p", "div", "span", "b", "i", "a", "h1", "h3", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "table", "thead", "tr", "td", "th", "caption", "figure", "figcaption",
        "section", "details", "summary", "dl", "dt", "dd", "q", "cite", "sub", "center", "font", "form", "button", "label", "fieldset", "marquee", "object", "video", "audio", "svg",
        "math", "x-y", "wp-shortcode", "noscript", "nobr", "ruby", "address", "picture", "menu", "select", "option", "textarea", "tbody", "frameset", "body", "html", "noembed",
    ];

    private static readonly string[] Attributes =
    [
        "class=\"wp-block-gallery\"", "class='wp-block-pullquote'", "class=\"wp-block-embed\"", "class=wp-block-verse", "href=\"javascript:x\"", "href=\"/a b\"", "href='https://e.example/?q=\"'",
        "start=\"-5\"", "start=\"99999999999\"", "colspan=\"0\"", "colspan=\"9999\"", "style=\"background:url(x.jpg)\"", "data-name=\"caption\"", "data-name=\"gallery\"", "data-ids=\"101,5\"",
        "onclick=\"x\"", "class=\"wp-block-cover\"", "class=\"twitter-tweet\"",
    ];

    private static readonly string[] Oddities =
    [
        "<img src=\"/wp-content/uploads/2013/03/cat.jpg\" alt=\"\">", "<img>", "<img src=\"//\" alt=\"&#1;\">", "<br>", "<hr>", "\n\n", "\n", "&nbsp;", "&#0;&#1;&#x9F;&#xFFFE;", "\uD83D", "\uDE00", "\uFFFF", "\u0007",
        "<!-- wp:group -->", "<!-- /wp:group -->", "<!-- wp:x {\"a\":} /-->", "<!-- wp:list -->", "[gallery]", "[caption]", "[/caption]", "[box a=1]", "[/box]", "[[", "]]", "< ", "&", "</p>", "</table>", "<iframe src=\"https://youtu.be/ex8fMxXJDJw\"></iframe>",
        "https://youtu.be/ex8fMxXJDJw", "<script>bad()</script>", "<style>x{}</style>",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_comes_in_a_sound_document_with_every_word_comes_out(int seed)
    {
        var (html, words) = Generate(seed);
        var document = new Converted(html).Document;
        var again = BlockDocument.Parse(document.ToJson());
        var text = again.ToJson();
        Assert.DoesNotContain("bad()", again.PlainText(), StringComparison.Ordinal);
        Assert.All(words, word => Assert.True(text.Contains(word, StringComparison.Ordinal), $"{word} was lost of: {html}"));
    }

    private static (string Html, IReadOnlyList<string> Words) Generate(int seed)
    {
#pragma warning disable CA5394 // The same nasty texts on every run.
        var random = new Random(seed);
        var html = new StringBuilder();
        var words = new List<string>();
        var open = new Stack<string>();
        for (var i = 0; i < 120; i++)
        {
            switch (random.Next(6))
            {
                case 0 or 1:
                    var element = Elements[random.Next(Elements.Length)];
                    html.Append('<').Append(element).Append(random.Next(3) == 0 ? " " + Attributes[random.Next(Attributes.Length)] : "").Append('>');
                    open.Push(element);
                    break;
                case 2 when open.Count > 0:
                    html.Append("</").Append(random.Next(5) == 0 ? Elements[random.Next(Elements.Length)] : open.Pop()).Append('>');
                    break;
                case 3:
                    html.Append(Oddities[random.Next(Oddities.Length)]);
                    break;
                default:
                    var word = $"w{seed}n{i}z";
                    words.Add(word);
                    html.Append(' ').Append(word).Append(' ');
                    break;
            }
        }
#pragma warning restore CA5394
        return (html.ToString(), words);
    }
}
