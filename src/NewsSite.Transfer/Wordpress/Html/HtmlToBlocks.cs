using AngleSharp.Html.Parser;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>
/// Turns WordPress's HTML, classic or of blocks, into a document that the schema allows, whatever comes in.
/// What has no block keeps its text and is noted.
/// </summary>
internal static class HtmlToBlocks
{
    /// <summary>In characters; longer texts are taken without form.</summary>
    private const int MaxHtml = 4 * 1024 * 1024;

    /// <summary>In characters; the most that surely fits where form does not.</summary>
    private const int MaxPlain = 400_000;

    public static BlockDocument Convert(HtmlSource source, ConversionNotes notes)
    {
        var html = HtmlText.Sound(source.Html);
        if (html.Length > MaxHtml)
        {
            notes.Add(NoteKind.Length, "text longer than 4 MB: taken without form");
            return Plain(HtmlText.OneLine(html[..MaxHtml]), notes);
        }
        var document = new HtmlParser().ParseDocument("<body>" + HarmlessElements.Rename(Shortcodes.Expand(html, notes)));
        var flow = new BlockFlow();
        var walk = new HtmlWalk(source, notes, isClassic: !html.Contains("<!-- wp:", StringComparison.Ordinal));
        walk.Children(document.Body!, new HtmlPlace(flow, [], 0));
        var blocks = BlockFit.Fit(flow.Take());
        try
        {
            return BlockDocument.Of(blocks);
        }
        catch (BlockDocumentException refused)
        {
            notes.Add(NoteKind.Length, $"taken without form, because the document would not be allowed ({refused.Message})");
            return Plain(HtmlText.Lines(document.Body!), notes);
        }
    }

    /// <summary>Paragraphs of plain text, as many as the schema's size allows.</summary>
    private static BlockDocument Plain(string text, ConversionNotes notes)
    {
        for (var length = Math.Min(text.Length, MaxPlain); ; length /= 2)
        {
            var kept = text.Length <= length ? text : HtmlText.Cut(text, length);
            var paragraphs = kept.Split('\n').Select(HtmlText.Fold).Where(line => line.Length > 0).Select(Block.Paragraph).ToList();
            try
            {
                var document = BlockDocument.Of(paragraphs);
                if (kept.Length < text.Length)
                    notes.Add(NoteKind.Length, $"text cut off after {length} of {text.Length} characters: no article may hold more");
                return document;
            }
            catch (BlockDocumentException) when (length > 1000)
            {
                // Letters that JSON must escape take more room than they have characters: try with half.
            }
        }
    }
}
