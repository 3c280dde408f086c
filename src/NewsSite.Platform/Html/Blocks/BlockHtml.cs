using System.Globalization;
using System.Text.Encodings.Web;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Platform.Html.Blocks;

/// <summary>Writes a block document as HTML. Every text goes through the encoder; nothing in a document is markup.</summary>
public sealed partial class BlockHtml(TextWriter writer, HtmlEncoder encoder, BlockHtmlContext context)
{
    private const string PictureSizes = "(min-width: 44rem) 40rem, 100vw";
    private const string GallerySizes = "(min-width: 44rem) 36rem, 85vw";

    private BlockDocument? _document;

    private bool IsElsewhere => context.Origin.Length > 0;

    public void Write(BlockDocument document) => Write(document, document.Root.Content);

    /// <summary>Writes some of a document's outermost blocks.</summary>
    public void Write(BlockDocument document, IReadOnlyList<Block> blocks)
    {
        _document = document;
        WriteAll(blocks);
    }

    /// <summary>Whether what is written for a block depends on its document and the language alone: it shows no picture and nothing of elsewhere in the site.</summary>
    public static bool StandsAlone(Block block) =>
        block.Type is not ("picture" or "relatedArticle" or "jobsBlock") && block.Content.All(StandsAlone);

    private void WriteAll(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
            Write(block);
    }

    private void Write(Block block)
    {
        switch (block.Type)
        {
            case "text": WriteText(block); break;
            case "hardBreak": writer.Write("<br>"); break;
            case "paragraph": WriteElement("p", block); break;
            case "heading": WriteElement("h" + block.NumberAttribute("level")!.Value.ToString(CultureInfo.InvariantCulture), block); break;
            case "bulletList": WriteElement("ul", block); break;
            case "orderedList": WriteOrderedList(block); break;
            case "listItem": WriteListItem(block); break;
            case "blockquote": WriteQuote(block); break;
            case "pullQuote": WritePullQuote(block); break;
            case "picture": WritePicture(block, PictureSizes, "<figure class=\"picture\">"); break;
            case "gallery": WriteGallery(block); break;
            case "table": WriteTable(block); break;
            case "embed": WriteEmbed(block); break;
            case "horizontalRule": writer.Write("<hr>"); break;
            case "codeBlock": WriteCode(block); break;
            case "factBox": WriteFactBox(block); break;
            default: context.Other(writer, block); break;
        }
    }

    private void WriteElement(string element, Block block)
    {
        writer.Write('<');
        writer.Write(element);
        writer.Write('>');
        WriteAll(block.Content);
        writer.Write("</");
        writer.Write(element);
        writer.Write(">\n");
    }

    private void WriteText(Block block)
    {
        foreach (var mark in block.Marks)
            OpenMark(mark);
        encoder.Encode(writer, block.Text!);
        for (var i = block.Marks.Count - 1; i >= 0; i--)
            writer.Write(block.Marks[i].Type == "link" ? "</a>" : $"</{ElementOf(block.Marks[i])}>");
    }

    private void OpenMark(Mark mark)
    {
        if (mark.Type != "link")
        {
            writer.Write($"<{ElementOf(mark)}>");
            return;
        }
        writer.Write("<a href=\"");
        WriteAddress(mark.Href!);
        writer.Write(mark.Href!.StartsWith('/') ? "\">" : "\" rel=\"noopener\">");
    }

    private static string ElementOf(Mark mark) => mark.Type switch
    {
        "bold" => "strong",
        "italic" => "em",
        "underline" => "u",
        "strike" => "s",
        "code" => "code",
        "subscript" => "sub",
        "superscript" => "sup",
        _ => "span",
    };

    private void WriteOrderedList(Block block)
    {
        if (block.NumberAttribute("start") is { } start and not 1)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<ol start=\"{start}\">"));
        else
            writer.Write("<ol>");
        WriteAll(block.Content);
        writer.Write("</ol>\n");
    }

    private void WriteListItem(Block block)
    {
        writer.Write("<li>");
        // An item of one paragraph is set tight, as print does.
        if (block.Content is [{ Type: "paragraph" } only])
            WriteAll(only.Content);
        else
            WriteAll(block.Content);
        writer.Write("</li>\n");
    }

    private void WritePicture(Block block, string sizes, string figure)
    {
        if (Shown(block) is not { } picture)
            return;
        writer.Write(figure);
        var href = block.TextAttribute("href");
        if (href is not null)
        {
            writer.Write("<a href=\"");
            WriteAddress(href);
            writer.Write("\">");
        }
        PictureHtml.Write(writer, encoder, picture with { Alt = block.TextAttribute("alt") ?? picture.Alt }, new PictureLayout(sizes, Origin: context.Origin));
        if (href is not null)
            writer.Write("</a>");
        WriteCaption(block.TextAttribute("caption") ?? picture.Caption, block.TextAttribute("credit") ?? picture.Credit);
        writer.Write("</figure>\n");
    }

    /// <summary>The picture of a block, unless it is not there or its file still awaited.</summary>
    private Picture? Shown(Block block) =>
        context.Picture(block.NumberAttribute("media")!.Value) is { Renditions.Count: > 0 } picture ? picture : null;

    private void WriteCaption(string caption, string credit)
    {
        if (caption.Length == 0 && credit.Length == 0)
            return;
        writer.Write("<figcaption class=\"caption\">");
        if (caption.Length > 0)
        {
            writer.Write("<span class=\"caption-text\">");
            encoder.Encode(writer, caption);
            writer.Write("</span> ");
        }
        if (credit.Length > 0)
        {
            writer.Write("<span class=\"credit\">");
            encoder.Encode(writer, credit);
            writer.Write("</span>");
        }
        writer.Write("</figcaption>");
    }

    private void WriteGallery(Block block)
    {
        var pictures = block.Content.Where(picture => Shown(picture) is not null).ToList();
        if (IsElsewhere)
            WriteAll(pictures);
        if (IsElsewhere || pictures.Count == 0)
            return;
        writer.Write("<div class=\"gallery\" data-gallery role=\"group\" aria-label=\"");
        Encode(context.Texts.GalleryOf, pictures.Count);
        writer.Write("\">\n<ul class=\"gallery-strip\" tabindex=\"0\">\n");
        foreach (var picture in pictures)
        {
            writer.Write("<li>");
            WritePicture(picture, GallerySizes, "<figure>");
            writer.Write("</li>\n");
        }
        writer.Write("</ul>\n<div class=\"gallery-bar\"><span>");
        Encode(context.Texts.Pictures, pictures.Count);
        writer.Write("</span><div class=\"gallery-buttons\" hidden>");
        WriteGalleryButton("previous", context.Texts.PreviousPicture);
        WriteGalleryButton("next", context.Texts.NextPicture);
        writer.Write("</div></div>\n</div>\n");
    }

    private void WriteGalleryButton(string direction, string label)
    {
        writer.Write($"<button class=\"icon-button\" type=\"button\" data-gallery-{direction} aria-label=\"");
        encoder.Encode(writer, label);
        writer.Write($"\"><span class=\"icon icon--{direction}\" aria-hidden=\"true\"></span></button>");
    }

    private void WriteEmbed(Block block)
    {
        var url = block.TextAttribute("url")!;
        var provider = EmbedProvider.Recognise(url);
        writer.Write("<figure class=\"embed\"");
        var isFramed = provider.Frame is not null && !IsElsewhere;
        if (isFramed)
        {
            writer.Write(" data-embed=\"");
            encoder.Encode(writer, provider.Frame!);
            writer.Write("\" data-title=\"");
            encoder.Encode(writer, provider.Name);
            writer.Write('"');
        }
        writer.Write(">\n<div class=\"embed-frame\">");
        if (isFramed)
        {
            writer.Write("<p>");
            Encode(context.Texts.EmbedNote, provider.Name);
            writer.Write("</p><button class=\"button\" type=\"button\" data-embed-load hidden>");
            Encode(context.Texts.EmbedShow, provider.Name);
            writer.Write("</button>");
        }
        writer.Write("<p><a href=\"");
        WriteAddress(url);
        writer.Write("\" rel=\"noopener\">");
        Encode(context.Texts.EmbedOpen, provider.Name);
        writer.Write("</a></p></div>\n");
        WriteCaption(block.TextAttribute("caption") ?? "", "");
        writer.Write("</figure>\n");
    }

    /// <summary>A path of this site is of no use elsewhere without its origin.</summary>
    private void WriteAddress(string address)
    {
        if (address.StartsWith('/'))
            writer.Write(context.Origin);
        encoder.Encode(writer, address);
    }

    private void Encode(string format, object value) =>
        encoder.Encode(writer, string.Format(CultureInfo.CurrentCulture, format, value));

    private void WriteCode(Block block)
    {
        writer.Write(IsElsewhere ? "<pre><code>" : "<pre tabindex=\"0\"><code>");
        WriteAll(block.Content);
        writer.Write("</code></pre>\n");
    }

    private void WriteFactBox(Block block)
    {
        writer.Write("<div class=\"fact\">");
        if (block.TextAttribute("title") is { Length: > 0 } title)
        {
            writer.Write("<p class=\"fact-title\">");
            encoder.Encode(writer, title);
            writer.Write("</p>");
        }
        WriteAll(block.Content);
        writer.Write("</div>\n");
    }
}
