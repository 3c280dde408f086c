namespace NewsSite.Platform.Html.Blocks;

/// <content>Quotes and pull quotes.</content>
public sealed partial class BlockHtml
{
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
        var attribution = block.TextAttribute("attribution") ?? "";
        // Words that also stand in the text are not read out twice.
        writer.Write(attribution.Length == 0 && IsRepeated(block) ? "<p class=\"pullquote\" aria-hidden=\"true\">" : "<p class=\"pullquote\">");
        WriteAll(block.Content);
        if (attribution.Length > 0)
        {
            writer.Write(" <cite>");
            encoder.Encode(writer, attribution);
            writer.Write("</cite>");
        }
        writer.Write("</p>\n");
    }

    private bool IsRepeated(Block quote)
    {
        var words = quote.Walk().ToList();
        var text = string.Concat(words.Select(block => block.Text)).Trim(' ', '“', '”', '"', '«', '»', '\u00a0');
        return text.Length > 0
            && words.All(block => block.Marks.All(mark => mark.Type != "link"))
            && _document!.Root.Walk().Any(block => block.Type == "paragraph" && block != quote && !words.Contains(block)
                && string.Concat(block.Walk().Select(inner => inner.Text)).Contains(text, StringComparison.Ordinal));
    }

    private void WriteAttribution(Block block)
    {
        if (block.TextAttribute("attribution") is not { Length: > 0 } attribution)
            return;
        writer.Write("<figcaption>");
        encoder.Encode(writer, attribution);
        writer.Write("</figcaption>");
    }
}
