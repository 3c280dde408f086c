using Markdig.Syntax.Inlines;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Markdown;

/// <summary>
/// Turns the words of one Markdown block into text nodes. Line ends stay as line ends here, because the block above may give
/// them a meaning; <see cref="Unwrapped"/> makes spaces of them.
/// </summary>
internal sealed class MarkdownInlines(MarkdownFile file, MarkdownReferences references)
{
    private const string ArticleScheme = "article:";

    private readonly List<Block> _nodes = [];
    private int _line;

    public List<Block> Read(ContainerInline? words, int line)
    {
        _line = line;
        if (words is not null)
            AddAll(words, []);
        return _nodes;
    }

    /// <summary>The same nodes with spaces for line ends.</summary>
    public static List<Block> Unwrapped(IEnumerable<Block> nodes) =>
        [.. nodes.Select(node => node.Text is { } text ? node with { Text = text.Replace('\n', ' ') } : node)];

    private void AddAll(ContainerInline container, IReadOnlyList<Mark> marks)
    {
        foreach (var inline in container)
            Add(inline, marks);
    }

    private void Add(Inline inline, IReadOnlyList<Mark> marks)
    {
        switch (inline)
        {
            case LiteralInline literal: AddText(literal.Content.ToString(), marks); break;
            case HtmlEntityInline entity: AddText(entity.Transcoded.ToString(), marks); break;
            case CodeInline code: AddText(code.Content, [.. marks, new Mark("code")]); break;
            case LineBreakInline { IsHard: true }: _nodes.Add(new Block("hardBreak")); break;
            case LineBreakInline: AddText("\n", marks); break;
            case EmphasisInline emphasis: AddAll(emphasis, [.. marks, emphasis.DelimiterCount == 2 ? Mark.Bold : Mark.Italic]); break;
            case AutolinkInline auto: AddText(auto.Url, [.. marks, Mark.Link(auto.IsEmail ? "mailto:" + auto.Url : auto.Url)]); break;
            case LinkInline { IsImage: true } picture: throw file.Problem(_line, $"the picture '{picture.Url}' must stand in a paragraph of its own");
            case LinkInline link: AddAll(link, Linked(link, marks)); break;
            case HtmlInline html: throw file.Problem(_line, $"holds HTML: {html.Tag}");
            default: throw file.Problem(_line, $"holds a {inline.GetType().Name}, which an article cannot hold");
        }
    }

    private IReadOnlyList<Mark> Linked(LinkInline link, IReadOnlyList<Mark> marks)
    {
        var address = link.Url ?? "";
        if (address.StartsWith(ArticleScheme, StringComparison.Ordinal))
        {
            var slug = address[ArticleScheme.Length..];
            address = references.Article(slug) ?? throw file.Problem(_line, $"there is no article '{slug}' to link to");
        }
        return address.Length == 0 ? marks : [.. marks, Mark.Link(address)];
    }

    /// <summary>Texts with the same marks become one node, as the editor would make it.</summary>
    private void AddText(string text, IReadOnlyList<Mark> marks)
    {
        if (text.Length == 0)
            return;
        if (_nodes.Count > 0 && _nodes[^1] is { Text: { } before } last && last.Marks.SequenceEqual(marks))
            _nodes[^1] = last with { Text = before + text };
        else
            _nodes.Add(Block.TextOf(text, marks));
    }
}
