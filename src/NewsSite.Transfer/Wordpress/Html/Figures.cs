using AngleSharp.Dom;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>Reads figure: something with a caption.</summary>
internal static class Figures
{
    private const int MaxCaption = 1000;

    public static IEnumerable<Block> Read(IElement figure, HtmlWalk walk, HtmlPlace place)
    {
        if (figure.ClassList.Contains("wp-block-gallery"))
            return Pictures.Gallery(figure, walk, place);
        var caption = figure.Children.FirstOrDefault(child => child.LocalName == "figcaption");
        var words = caption is null ? "" : CaptionOf(caption, walk);
        if (figure.ClassList.Contains("wp-block-embed") && Embeds.AddressIn(figure) is { } address && Embeds.Of(address, words, walk) is { } embed)
            return [embed];
        var flow = new BlockFlow();
        foreach (var child in figure.ChildNodes.Where(child => child != caption))
            walk.Node(child, place.Inside(flow));
        return Captioned(flow.Take(), words);
    }

    /// <summary>The caption goes to the one thing that can carry it, else it follows as a paragraph.</summary>
    public static IEnumerable<Block> Captioned(IReadOnlyList<Block> blocks, string caption)
    {
        if (caption.Length == 0)
            return blocks;
        return blocks switch
        {
            [{ Type: "picture" or "embed" } one] when one.TextAttribute("caption") is null && caption.Length <= MaxCaption => [one.With("caption", caption)],
            [{ Type: "table" } table] => Tables.Captioned(table, caption),
            [{ Type: "blockquote" or "pullQuote" } quote] => [Quotes.Attributed(quote, caption)],
            _ => [.. blocks, Block.Paragraph(caption)],
        };
    }

    /// <summary>Captions are plain text here; a link in one is noted.</summary>
    public static string CaptionOf(IElement caption, HtmlWalk walk)
    {
        if (caption.QuerySelector("a[href]") is { } link)
            walk.Notes.Add(NoteKind.Link, "link in a caption, its text was kept: " + HtmlText.Fold(link.GetAttribute("href")!));
        return HtmlText.OneLine(caption);
    }
}
