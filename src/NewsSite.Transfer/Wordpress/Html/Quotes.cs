using AngleSharp.Dom;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>Reads blockquote: a quote, a pull quote, or a post of a social network.</summary>
internal static class Quotes
{
    private const int MaxAttribution = 300;

    public static IEnumerable<Block> Read(IElement quote, HtmlWalk walk, HtmlPlace place)
    {
        if (Embeds.OfSocialPost(quote, walk) is { } post)
            return post;
        return IsPull(quote) ? Pull(quote, walk, place) : Plain(quote, walk, place);
    }

    public static bool IsPull(IElement element) =>
        element.ClassList.Contains("wp-block-pullquote") || (element.LocalName == "blockquote" && element.ClassList.Contains("pullquote"))
        || element.ParentElement?.ClassList.Contains("wp-block-pullquote") == true;

    /// <summary>The quote with these words as attribution; too long ones become its last paragraph.</summary>
    public static Block Attributed(Block quote, string attribution)
    {
        if (attribution.Length == 0)
            return quote;
        var all = quote.TextAttribute("attribution") is { } known ? known + ", " + attribution : attribution;
        if (all.Length <= MaxAttribution)
            return quote.With("attribution", all);
        var last = Block.TextOf("— " + attribution);
        return quote.Type == "pullQuote"
            ? quote with { Content = [.. quote.Content, new Block("hardBreak"), last] }
            : quote with { Content = [.. quote.Content, Block.Of("paragraph", last)] };
    }

    private static IEnumerable<Block> Plain(IElement quote, HtmlWalk walk, HtmlPlace place)
    {
        var (blocks, attribution) = Parts(quote, walk, place);
        if (blocks.Count == 0)
            return attribution.Length == 0 ? [] : [Block.Of("blockquote", Block.Paragraph(attribution))];
        return [Attributed(Block.Of("blockquote", blocks), attribution)];
    }

    private static List<Block> Pull(IElement quote, HtmlWalk walk, HtmlPlace place)
    {
        var (blocks, attribution) = Parts(quote, walk, place);
        var inline = new List<Block>();
        var others = new List<Block>();
        foreach (var block in blocks)
        {
            if (block.Type is not ("paragraph" or "heading"))
            {
                others.Add(block);
                continue;
            }
            if (inline.Count > 0)
                inline.Add(new Block("hardBreak"));
            inline.AddRange(block.Content);
        }
        if (inline.Count == 0)
            return attribution.Length == 0 ? others : [Block.Paragraph(attribution), .. others];
        return [Attributed(Block.Of("pullQuote", inline), attribution), .. others];
    }

    /// <summary>A cite at the end, or a footer, names who is quoted.</summary>
    private static (IReadOnlyList<Block> Blocks, string Attribution) Parts(IElement quote, HtmlWalk walk, HtmlPlace place)
    {
        var named = quote.Children.LastOrDefault(child => child.LocalName is "cite" or "footer")
            ?? quote.Children.LastOrDefault(child => child.LocalName == "p" && child.ChildElementCount == 1 && child.FirstElementChild!.LocalName == "cite"
                && HtmlText.OneLine(child) == HtmlText.OneLine(child.FirstElementChild));
        var flow = new BlockFlow();
        foreach (var child in quote.ChildNodes.Where(child => child != named))
            walk.Node(child, place.Inside(flow));
        return (flow.Take(), named is null ? "" : HtmlText.OneLine(named));
    }
}
