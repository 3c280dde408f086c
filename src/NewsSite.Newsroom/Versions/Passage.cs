using System.Text;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.Versions;

/// <summary>What a passage of a text is; the page has words for each that is no plain text.</summary>
public enum PassageKind
{
    Text,
    Headline,
    Standfirst,

    /// <summary>The picture above the text.</summary>
    Hero,
    Picture,
    Caption,
    Alternative,
    Credit,
    Embed,
    Article,
    Jobs,
    Divider,
    SearchTitle,
    SearchText,
}

/// <summary>A paragraph, a heading, a list item, or what is no text: a picture, another article.</summary>
/// <param name="Id">Of the picture or the article; 0 elsewhere.</param>
internal readonly record struct Passage(PassageKind Kind, string Text, long Id = 0)
{
    /// <summary>All that readers of the article see: headline and standfirst first, the picture, then the text.</summary>
    public static List<Passage> Of(ArticleText text) =>
    [
        .. Given(PassageKind.Headline, text.Title),
        .. Given(PassageKind.Standfirst, text.Standfirst),
        .. text.HeroId is { } hero ? new[] { new Passage(PassageKind.Hero, "", hero) } : [],
        .. Given(PassageKind.Caption, text.HeroCaption),
        .. Given(PassageKind.SearchTitle, text.SearchTitle),
        .. Given(PassageKind.SearchText, text.SearchText),
        .. Of(text.Body),
    ];

    public static List<Passage> Of(BlockDocument document)
    {
        var (passages, words) = (new List<Passage>(), new StringBuilder());
        foreach (var block in document.Root.Walk())
        {
            if (block.Type == "text")
                words.Append(block.Text);
            else if (block.Type == "hardBreak")
                words.Append(' ');
            else
            {
                End(words, passages);
                passages.AddRange(Lone(block));
            }
        }
        End(words, passages);
        return passages;
    }

    private static void End(StringBuilder words, List<Passage> passages)
    {
        foreach (var line in words.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            passages.Add(new Passage(PassageKind.Text, line));
        words.Clear();
    }

    /// <summary>What a block says beside the blocks in it.</summary>
    private static IEnumerable<Passage> Lone(Block block) => block.Type switch
    {
        "picture" =>
        [
            new Passage(PassageKind.Picture, "", block.NumberAttribute("media") ?? 0),
            .. Given(PassageKind.Caption, block.TextAttribute("caption")),
            .. Given(PassageKind.Alternative, block.TextAttribute("alt")),
            .. Given(PassageKind.Credit, block.TextAttribute("credit")),
        ],
        "embed" => [.. Given(PassageKind.Embed, block.TextAttribute("url")), .. Given(PassageKind.Caption, block.TextAttribute("caption"))],
        "relatedArticle" => [new Passage(PassageKind.Article, "", block.NumberAttribute("article") ?? 0)],
        "jobsBlock" => [new Passage(PassageKind.Jobs, $"{block.TextAttribute("title")} {block.TextAttribute("words")}".Trim())],
        "horizontalRule" => [new Passage(PassageKind.Divider, "")],
        "factBox" => Given(PassageKind.Text, block.TextAttribute("title")),
        "blockquote" or "pullQuote" => Given(PassageKind.Text, block.TextAttribute("attribution")),
        "table" => Given(PassageKind.Caption, block.TextAttribute("caption")),
        _ => [],
    };

    private static IEnumerable<Passage> Given(PassageKind kind, string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new Passage(kind, line));
}
