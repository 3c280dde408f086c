using System.Globalization;
using AngleSharp.Dom;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>Walks through HTML and writes blocks; what may stand where is settled afterwards.</summary>
internal sealed class HtmlWalk(HtmlSource source, ConversionNotes notes, bool isClassic)
{
    /// <summary>Deeper elements are taken as text: no text needs them, and hostile ones would exhaust the stack.</summary>
    private const int MaxDepth = 120;

    /// <summary>Elements that only group others, or whose meaning the page does not need: no word in the report.</summary>
    private static readonly HashSet<string> Plain =
        ["body", "div", "span", "p", "section", "article", "main", "header", "footer", "hgroup", "a", "wbr", "bdi", "bdo", "picture", "noscript", "tbody", "li", "figcaption", "time", "center"];

    private static readonly HashSet<string> Lines =
        ["body", "div", "p", "section", "article", "main", "header", "footer", "hgroup", "aside", "nav", "address", "center", "fieldset", "form", "legend", "dl", "dd", "details", "figcaption", "li", "search", "dialog", "x-option", "x-textarea", "x-title", "tr", "caption"];

    private readonly BlockComments _comments = new(notes);

    public HtmlSource Source => source;

    public ConversionNotes Notes => notes;

    /// <summary>Whether line ends count: in the classic editor's text, and in text between blocks.</summary>
    private bool IsClassic => isClassic || _comments.IsFreeform;

    public void Children(INode parent, HtmlPlace place)
    {
        foreach (var child in parent.ChildNodes)
            Node(child, place);
    }

    /// <summary>The blocks of what an element holds.</summary>
    public IReadOnlyList<Block> BlocksOf(INode parent, HtmlPlace place)
    {
        var flow = new BlockFlow();
        Children(parent, place.Inside(flow));
        return flow.Take();
    }

    public void Node(INode node, HtmlPlace place)
    {
        switch (node)
        {
            case IText text when IsClassic:
                ClassicText(text, place);
                break;
            case IText text:
                place.Flow.Run.Text(text.Data, place.Marks);
                break;
            case IComment comment:
                _comments.Read(comment.Data, place, source);
                break;
            case IElement element when place.Depth > MaxDepth:
                place.Flow.Run.Text(HtmlText.OneLine(element), place.Marks);
                break;
            case IElement element:
                Element(element, place with { Depth = place.Depth + 1 });
                break;
        }
    }

    private void Element(IElement element, HtmlPlace place)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "template":
                notes.Add(NoteKind.Element, $"<{element.LocalName}> (dropped)");
                break;
            case "link" or "meta" or "base" or "param" or "source" or "track" or "col" or "area":
                break;
            case "br":
                place.Flow.Run.Break();
                break;
            case "hr":
                place.Flow.Add(new Block("horizontalRule"));
                break;
            case "strong" or "b" or "em" or "i" or "cite" or "dfn" or "var" or "u" or "ins" or "s" or "strike" or "del"
                or "code" or "kbd" or "samp" or "tt" or "sub" or "sup":
                Children(element, place.With(MarkOf(element.LocalName)));
                break;
            case "a" when element.ClassList.Contains("wp-block-file__button"):
                notes.Add(NoteKind.Element, "download button beside the link to the same file");
                break;
            case "a":
                Link(element, place);
                break;
            case "p" when Embeds.IsAddressAlone(element) is { } address && Embeds.Of(address, "", this) is { } embed:
                place.Flow.Add(embed);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(element, place);
                break;
            case "q":
                notes.Add(NoteKind.Element, "<q>");
                place.Flow.Run.Text("“", place.Marks);
                Children(element, place);
                place.Flow.Run.Text("”", place.Marks);
                break;
            case "ul" or "ol" or "menu" or "dir":
                place.Flow.AddRange(Lists.Read(element, this, place));
                break;
            case "blockquote":
                place.Flow.AddRange(Quotes.Read(element, this, place));
                break;
            case "table":
                place.Flow.AddRange(Tables.Read(element, this, place));
                break;
            case "pre" or "x-xmp" or "x-listing" or "x-plaintext":
                Preformatted(element, place);
                break;
            case "img" or "image":
                Pictures.Show(element, this, place);
                break;
            case "figure":
                place.Flow.AddRange(Figures.Read(element, this, place));
                break;
            case "iframe" or "embed" or "object" or "video" or "audio":
                Embeds.Read(element, this, place);
                break;
            case "wp-shortcode":
                ShortcodeBlocks.Write(element, this, place);
                break;
            case "dt" or "summary":
                notes.Add(NoteKind.Element, $"<{element.LocalName}>");
                Separate(element, place.With(Mark.Bold));
                break;
            default:
                Other(element, place);
                break;
        }
    }

    private void Other(IElement element, HtmlPlace place)
    {
        if (!Plain.Contains(element.LocalName))
            notes.Add(NoteKind.Element, $"<{HarmlessElements.NameOf(element.LocalName)}>");
        if (element.ClassList.Contains("wp-block-gallery") || element.ClassList.Contains("blocks-gallery-grid"))
            place.Flow.AddRange(Pictures.Gallery(element, this, place));
        else if (Lines.Contains(element.LocalName))
            Separate(element, place);
        else
            Children(element, place);
    }

    private void Separate(IElement element, HtmlPlace place)
    {
        place.Flow.EndParagraph();
        if (Pictures.BehindCover(element, this) is { } picture)
            place.Flow.AddRange(picture);
        Children(element, place);
        place.Flow.EndParagraph();
    }

    /// <summary>An empty line ends a paragraph, a single line end is a break; an address alone on its line is an embed.</summary>
    private void ClassicText(IText text, HtmlPlace place)
    {
        var run = place.Flow.Run;
        var lines = text.Data.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var isWholeLine = i < lines.Length - 1 || text.NextSibling is null or IElement { LocalName: "br" or "p" or "div" };
            if (i > 0 && i < lines.Length - 1 && string.IsNullOrWhiteSpace(lines[i]))
                place.Flow.EndParagraph();
            else if (i > 0)
                run.SoftBreak();
            if (isWholeLine && run.IsLineStart && Embeds.KnownAddress(lines[i]) is { } address && Embeds.Of(address, "", this) is { } embed)
                place.Flow.Add(embed);
            else
                run.Text(lines[i], place.Marks);
        }
    }

    private static Mark MarkOf(string element) => element switch
    {
        "strong" or "b" => Mark.Bold,
        "u" or "ins" => new Mark("underline"),
        "s" or "strike" or "del" => new Mark("strike"),
        "code" or "kbd" or "samp" or "tt" => new Mark("code"),
        "sub" => new Mark("subscript"),
        "sup" => new Mark("superscript"),
        _ => Mark.Italic,
    };

    private void Link(IElement element, HtmlPlace place)
    {
        var href = element.GetAttribute("href") is { } given ? source.Links.Rewrite(given, source.Address, notes) : null;
        Children(element, href is null ? place : place.With(Mark.Link(href)));
    }

    private void Heading(IElement element, HtmlPlace place)
    {
        var level = Math.Clamp(long.Parse(element.LocalName.AsSpan(1), CultureInfo.InvariantCulture), 2, 4);
        place.Flow.AddRange(BlocksOf(element, place).Select(block =>
            block.Type == "paragraph" ? Block.Of("heading", block.Content).With("level", level) : block));
    }

    private void Preformatted(IElement element, HtmlPlace place)
    {
        if (element.ClassList.Contains("wp-block-verse") || element.QuerySelector("img,a[href]") is not null)
        {
            // Verse is set as text, and code could hold neither links nor pictures.
            place.Flow.AddRange(new HtmlWalk(source, notes, isClassic: true).BlocksOf(element, place));
            return;
        }
        var text = HtmlText.Lines(element);
        if (text.Trim().Length > 0)
            place.Flow.Add(Block.Of("codeBlock", Block.TextOf(text)));
    }
}
