using System.Globalization;
using AngleSharp.Dom;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>Reads ul and ol; what stands in them outside any item becomes an item of its own.</summary>
internal static class Lists
{
    public static IEnumerable<Block> Read(IElement list, HtmlWalk walk, HtmlPlace place)
    {
        if (list.ClassList.Contains("blocks-gallery-grid"))
            return Pictures.Gallery(list, walk, place);
        var items = new List<Block>();
        foreach (var child in list.ChildNodes)
        {
            if (child is IText text && string.IsNullOrWhiteSpace(text.Data))
                continue;
            var flow = new BlockFlow();
            if (child is IElement { LocalName: "li" } item)
                walk.Children(item, place.Inside(flow));
            else
                walk.Node(child, place.Inside(flow));
            var blocks = flow.Take();
            // Lists written without care stand beside the item that they belong to.
            if (child is IElement { LocalName: "ul" or "ol" } && items.Count > 0)
                items[^1] = items[^1] with { Content = [.. items[^1].Content, .. blocks] };
            else if (blocks.Count > 0)
                items.Add(Block.Of("listItem", blocks));
        }
        if (items.Count == 0)
            return [];
        if (list.LocalName != "ol")
            return [Block.Of("bulletList", items)];
        var ordered = Block.Of("orderedList", items);
        return [int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start <= 99_999 && start != 1
            ? ordered.With("start", (long)start)
            : ordered];
    }
}
