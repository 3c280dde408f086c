using System.Globalization;
using System.Text.Encodings.Web;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Platform.Html.Blocks;

/// <summary>What a document needs beside itself to be shown.</summary>
public sealed record BlockHtmlContext
{
    /// <summary>The picture with that id, or null where it is not (or no longer) there: then nothing is shown.</summary>
    public required Func<long, Picture?> Picture { get; init; }

    /// <summary>What the button of an embed says, in the page's language; {0} is the provider's name.</summary>
    public string ShowEmbed { get; init; } = "Show content from {0}";

    /// <summary>What is said beside it: that the provider may then set cookies.</summary>
    public string EmbedNote { get; init; } = "";

    /// <summary>The sizes attribute of pictures in the text.</summary>
    public string Sizes { get; init; } = "(min-width: 48rem) 42rem, 100vw";
}

/// <summary>Writes a block document as HTML. Every text goes through the encoder; nothing in a document is markup.</summary>
public sealed class BlockHtml(TextWriter writer, HtmlEncoder encoder, BlockHtmlContext context)
{
    public void Write(BlockDocument document) => WriteAll(document.Root.Content);

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
            case "picture": WritePicture(block, context.Sizes); break;
            case "gallery": WriteGallery(block); break;
            case "table": WriteTable(block); break;
            case "tableRow": WriteElement("tr", block); break;
            case "tableHeader": WriteCell("th", block); break;
            case "tableCell": WriteCell("td", block); break;
            case "embed": WriteEmbed(block); break;
            case "horizontalRule": writer.Write("<hr>"); break;
            case "codeBlock": WriteCode(block); break;
            case "factBox": WriteFactBox(block); break;
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
        encoder.Encode(writer, mark.Href!);
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

    private void WriteQuote(Block block)
    {
        writer.Write("<figure class=\"quote\"><blockquote>");
        WriteAll(block.Content);
        writer.Write("</blockquote>");
        WriteAttribution(block);
        writer.Write("</figure>\n");
    }

    private void WritePullQuote(Block block)
    {
        writer.Write("<figure class=\"pull-quote\"><blockquote><p>");
        WriteAll(block.Content);
        writer.Write("</p></blockquote>");
        WriteAttribution(block);
        writer.Write("</figure>\n");
    }

    private void WriteAttribution(Block block)
    {
        if (block.TextAttribute("attribution") is not { Length: > 0 } attribution)
            return;
        writer.Write("<figcaption>");
        encoder.Encode(writer, attribution);
        writer.Write("</figcaption>");
    }

    private void WritePicture(Block block, string sizes)
    {
        if (context.Picture(block.NumberAttribute("media")!.Value) is not { Renditions.Count: > 0 } picture)
            return;
        writer.Write("<figure class=\"picture\">");
        var href = block.TextAttribute("href");
        if (href is not null)
        {
            writer.Write("<a href=\"");
            encoder.Encode(writer, href);
            writer.Write("\">");
        }
        PictureHtml.Write(writer, encoder, picture with { Alt = block.TextAttribute("alt") ?? picture.Alt }, new PictureLayout(sizes));
        if (href is not null)
            writer.Write("</a>");
        WriteCaption(block.TextAttribute("caption") ?? picture.Caption, block.TextAttribute("credit") ?? picture.Credit);
        writer.Write("</figure>\n");
    }

    private void WriteCaption(string caption, string credit)
    {
        if (caption.Length == 0 && credit.Length == 0)
            return;
        writer.Write("<figcaption>");
        encoder.Encode(writer, caption);
        if (credit.Length > 0)
        {
            writer.Write(caption.Length > 0 ? " <span class=\"credit\">" : "<span class=\"credit\">");
            encoder.Encode(writer, credit);
            writer.Write("</span>");
        }
        writer.Write("</figcaption>");
    }

    private void WriteGallery(Block block)
    {
        writer.Write("<div class=\"gallery\" tabindex=\"0\" role=\"group\">");
        foreach (var picture in block.Content)
            WritePicture(picture, "(min-width: 48rem) 36rem, 85vw");
        writer.Write("</div>\n");
    }

    private void WriteTable(Block block)
    {
        writer.Write("<div class=\"table\" tabindex=\"0\" role=\"group\"><table>");
        if (block.TextAttribute("caption") is { Length: > 0 } caption)
        {
            writer.Write("<caption>");
            encoder.Encode(writer, caption);
            writer.Write("</caption>");
        }
        var head = block.Content[0].Content.All(cell => cell.Type == "tableHeader");
        if (head)
        {
            writer.Write("<thead>");
            Write(block.Content[0]);
            writer.Write("</thead>");
        }
        writer.Write("<tbody>");
        foreach (var row in block.Content.Skip(head ? 1 : 0))
            Write(row);
        writer.Write("</tbody></table></div>\n");
    }

    private void WriteCell(string element, Block block)
    {
        writer.Write('<');
        writer.Write(element);
        foreach (var span in new[] { "colspan", "rowspan" })
        {
            if (block.NumberAttribute(span) is { } value and > 1)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $" {span}=\"{value}\""));
        }
        writer.Write('>');
        if (block.Content is [{ Type: "paragraph" } only])
            WriteAll(only.Content);
        else
            WriteAll(block.Content);
        writer.Write($"</{element}>");
    }

    private void WriteEmbed(Block block)
    {
        var url = block.TextAttribute("url")!;
        var provider = EmbedProvider.Recognise(url);
        writer.Write("<figure class=\"embed\"");
        if (provider.Frame is not null)
        {
            writer.Write(" data-embed=\"");
            encoder.Encode(writer, provider.Frame);
            writer.Write('"');
        }
        writer.Write("><a href=\"");
        encoder.Encode(writer, url);
        writer.Write("\" rel=\"noopener\">");
        encoder.Encode(writer, string.Format(CultureInfo.InvariantCulture, context.ShowEmbed, provider.Name));
        writer.Write("</a>");
        if (provider.Frame is not null && context.EmbedNote.Length > 0)
        {
            writer.Write("<p class=\"embed-note\">");
            encoder.Encode(writer, context.EmbedNote);
            writer.Write("</p>");
        }
        WriteCaption(block.TextAttribute("caption") ?? "", "");
        writer.Write("</figure>\n");
    }

    private void WriteCode(Block block)
    {
        writer.Write("<pre tabindex=\"0\"><code>");
        WriteAll(block.Content);
        writer.Write("</code></pre>\n");
    }

    private void WriteFactBox(Block block)
    {
        writer.Write("<aside class=\"fact-box\">");
        if (block.TextAttribute("title") is { Length: > 0 } title)
        {
            writer.Write("<h2>");
            encoder.Encode(writer, title);
            writer.Write("</h2>");
        }
        WriteAll(block.Content);
        writer.Write("</aside>\n");
    }
}
