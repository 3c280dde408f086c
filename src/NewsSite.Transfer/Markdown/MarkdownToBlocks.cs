using System.Globalization;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsSite.Platform.Html.Blocks;
using Block = NewsSite.Platform.Html.Blocks.Block;
using MarkdownBlock = Markdig.Syntax.Block;

namespace NewsSite.Transfer.Markdown;

/// <summary>
/// Turns a Markdown body into an article's blocks: CommonMark without HTML, pipe tables, and containers ("::: pullquote",
/// "::: fact Title", "::: gallery", "::: embed address"). What has no block is an error, never dropped in silence.
/// </summary>
internal sealed class MarkdownToBlocks(MarkdownReferences references)
{
    private const string Attribution = "— ";

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseCustomContainers().UsePreciseSourceLocation().Build();

    /// <exception cref="MarkdownException">Names the file and the line.</exception>
    public BlockDocument Convert(MarkdownFile file)
    {
        var parsed = Markdig.Markdown.Parse(file.Body, Pipeline);
        try
        {
            return BlockDocument.Of(new Body(file, references).All(parsed));
        }
        catch (BlockDocumentException refused)
        {
            throw new MarkdownException(file.Name, file.BodyLine + 1, refused.Message, refused);
        }
    }

    /// <summary>One body on its way.</summary>
    private sealed class Body(MarkdownFile file, MarkdownReferences references)
    {
        public List<Block> All(ContainerBlock container) =>
            [.. container.Where(block => block is not LinkReferenceDefinitionGroup).Select(Of)];

        private Block Of(MarkdownBlock block) => block switch
        {
            ParagraphBlock { Inline: { FirstChild: LinkInline { IsImage: true } picture } words } when words.Count() == 1 => Picture(picture, block.Line),
            ParagraphBlock paragraph => Block.Of("paragraph", Words(paragraph)),
            HeadingBlock { Level: >= 2 and <= 4 } heading => Block.Of("heading", Words(heading)).With("level", (long)heading.Level),
            HeadingBlock heading => throw file.Problem(block.Line, $"a subhead has two to four '#', not {heading.Level}; the title stands in the front matter"),
            ListBlock list => List(list),
            QuoteBlock quote => Quote(quote),
            ThematicBreakBlock => new Block("horizontalRule"),
            Table table => Block.Of("table", [.. table.Cast<TableRow>().Select(Row)]),
            CustomContainer container => Container(container),
            HtmlBlock => throw file.Problem(block.Line, "holds HTML"),
            CodeBlock code => Block.Of("codeBlock", Block.TextOf(code.Lines.ToString())),
            _ => throw file.Problem(block.Line, $"holds a {block.GetType().Name}, which an article cannot hold"),
        };

        private List<Block> Words(LeafBlock block) => MarkdownInlines.Unwrapped(RawWords(block));

        private List<Block> RawWords(LeafBlock block) => new MarkdownInlines(file, references).Read(block.Inline, block.Line);

        private Block Picture(LinkInline picture, int line)
        {
            var key = picture.Url ?? "";
            var media = references.Picture(key) ?? throw file.Problem(line, $"there is no picture '{key}'");
            return new Block("picture").With("media", media).With("alt", PlainText(picture)).With("caption", picture.Title);
        }

        private static string PlainText(ContainerInline words) =>
            string.Concat(words.Descendants().Select(inline => inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                _ => "",
            }));

        private Block List(ListBlock list)
        {
            var items = list.Cast<ListItemBlock>().Select(item => Block.Of("listItem", All(item))).ToList();
            if (!list.IsOrdered)
                return Block.Of("bulletList", items);
            var start = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var first) && first != 1 ? (long?)first : null;
            return Block.Of("orderedList", items).With("start", start);
        }

        /// <summary>A last line that begins with a dash says whose words they are.</summary>
        private Block Quote(QuoteBlock quote)
        {
            if (quote.LastChild is not ParagraphBlock last || TakeAttribution(last) is not { } taken)
                return Block.Of("blockquote", All(quote));
            quote.RemoveAt(quote.Count - 1);
            var said = All(quote);
            if (taken.Words.Count > 0)
                said.Add(Block.Of("paragraph", taken.Words));
            return Block.Of("blockquote", said).With("attribution", taken.Attribution);
        }

        private Block PullQuote(CustomContainer container)
        {
            if (container is not [ParagraphBlock only])
                throw file.Problem(container.Line, "a pull quote holds one paragraph");
            return TakeAttribution(only) is { } taken
                ? Block.Of("pullQuote", taken.Words).With("attribution", taken.Attribution)
                : Block.Of("pullQuote", Words(only));
        }

        /// <summary>Splits a paragraph whose last line begins with a dash; null where it does not.</summary>
        private (List<Block> Words, string Attribution)? TakeAttribution(ParagraphBlock paragraph)
        {
            var nodes = RawWords(paragraph);
            for (var i = nodes.Count - 1; i >= 0; i--)
            {
                var text = nodes[i].Text ?? "";
                var at = i == 0 && text.StartsWith(Attribution, StringComparison.Ordinal) ? 0 : text.LastIndexOf("\n" + Attribution, StringComparison.Ordinal);
                if (at < 0)
                    continue;
                var attribution = text[at..] + string.Concat(nodes.Skip(i + 1).Select(node => node.Text));
                var words = nodes.Take(i).ToList();
                if (at > 0)
                    words.Add(nodes[i] with { Text = text[..at] });
                return (MarkdownInlines.Unwrapped(words), attribution.Trim().Replace('\n', ' ')[Attribution.Length..]);
            }
            return null;
        }

        private Block Row(TableRow row) => Block.Of("tableRow", [.. row.Cast<TableCell>().Select(cell =>
            Block.Of(row.IsHeader ? "tableHeader" : "tableCell", All(cell)))]);

        private Block Container(CustomContainer container)
        {
            var rest = (container.Arguments ?? "").Trim();
            return container.Info switch
            {
                "pullquote" => PullQuote(container),
                "fact" => Block.Of("factBox", All(container)).With("title", rest),
                "gallery" => Block.Of("gallery", [.. container.SelectMany(GalleryPictures)]),
                "embed" => Embed(container, rest),
                _ => throw file.Problem(container.Line, $"'::: {container.Info}' is not known; there are pullquote, fact, gallery and embed"),
            };
        }

        private IEnumerable<Block> GalleryPictures(MarkdownBlock block)
        {
            if (block is not ParagraphBlock { Inline: { } words })
                throw file.Problem(block.Line, "a gallery holds pictures only");
            foreach (var inline in words)
            {
                if (inline is LinkInline { IsImage: true } picture)
                    yield return Picture(picture, block.Line);
                else if (inline is not LineBreakInline)
                    throw file.Problem(block.Line, "a gallery holds pictures only");
            }
        }

        private Block Embed(CustomContainer container, string address)
        {
            if (address.Length == 0)
                throw file.Problem(container.Line, "'::: embed' needs an address");
            if (container.Any(block => block is not ParagraphBlock) || container.Count > 1)
                throw file.Problem(container.Line, "an embed holds one paragraph, its caption");
            var caption = container.Count == 0 ? "" : string.Concat(Words((ParagraphBlock)container[0]).Select(node => node.Text));
            return new Block("embed").With("url", address).With("caption", caption);
        }
    }
}
