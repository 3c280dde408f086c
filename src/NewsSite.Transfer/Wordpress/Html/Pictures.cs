using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>Finds the pictures of a text among the attachments of the export. A picture from elsewhere is not fetched: it becomes a link.</summary>
internal static partial class Pictures
{
    private const int MaxAlt = 500;

    private static readonly string[] Lazy = ["data-src", "data-lazy-src", "data-original", "data-orig-file", "data-large-file", "data-full-url"];

    public static void Show(IElement image, HtmlWalk walk, HtmlPlace place)
    {
        if (IsSign(image))
            place.Flow.Run.Text(image.GetAttribute("alt") ?? "", place.Marks);
        else
            place.Flow.Float(Of(image, walk, place.Href));
    }

    /// <summary>The picture's block; a link and its words where it is none of ours; nothing where it has neither address nor words.</summary>
    public static IReadOnlyList<Block> Of(IElement image, HtmlWalk walk, string? href)
    {
        var alt = HtmlText.Fold(image.GetAttribute("alt") ?? "");
        if (Find(image, walk) is { } media)
            return [Block(media, alt, href, walk)];
        var address = Addresses(image).Select(given => walk.Source.Links.Web(given, walk.Source.Address)).FirstOrDefault(uri => uri is not null);
        if (address is null || image.GetAttribute("width") is "1" or "0")
        {
            walk.Notes.Add(NoteKind.Picture, "picture without an address: its description was kept");
            return alt.Length == 0 ? [] : [Platform.Html.Blocks.Block.Paragraph(alt)];
        }
        return [Elsewhere(address, alt, walk)];
    }

    public static Block Block(long media, string alt, string? href, HtmlWalk walk)
    {
        if (alt.Length > MaxAlt)
        {
            walk.Notes.Add(NoteKind.Length, "description of a picture cut to 500 characters");
            alt = HtmlText.Cut(alt, MaxAlt);
        }
        // A picture that leads to its own file leads nowhere new.
        var leadsOn = href is not null && !PictureFile().IsMatch(href) && !href.Contains("attachment_id=", StringComparison.Ordinal);
        return new Block("picture").With("media", media).With("alt", alt).With("href", leadsOn ? href : null);
    }

    /// <summary>All pictures under an element as a gallery, each with its caption; other words in it follow as paragraphs.</summary>
    public static IEnumerable<Block> Gallery(IElement gallery, HtmlWalk walk, HtmlPlace place)
    {
        var blocks = new List<Block>();
        foreach (var image in gallery.QuerySelectorAll("img"))
        {
            var frame = image.Closest("figure,li");
            var caption = frame is null || frame == gallery || !gallery.Contains(frame) ? null : frame.QuerySelector("figcaption");
            var href = image.Closest("a")?.GetAttribute("href") is { } given ? walk.Source.Links.Rewrite(given, walk.Source.Address, walk.Notes) : null;
            blocks.AddRange(Figures.Captioned(Of(image, walk, href ?? place.Href), caption is null ? "" : Figures.CaptionOf(caption, walk)));
            image.Remove();
            caption?.Remove();
        }
        return [.. Set(blocks), .. walk.BlocksOf(gallery, place)];
    }

    /// <summary>Two and more pictures make a gallery; what is no picture follows it.</summary>
    public static IEnumerable<Block> Set(IReadOnlyList<Block> blocks)
    {
        var pictures = blocks.Where(block => block.Type == "picture").ToList();
        var others = blocks.Where(block => block.Type != "picture");
        return pictures.Count > 1 ? [Platform.Html.Blocks.Block.Of("gallery", pictures), .. others] : blocks;
    }

    /// <summary>The picture that older cover blocks, and fixed or repeated ones, set as a background.</summary>
    public static IReadOnlyList<Block>? BehindCover(IElement element, HtmlWalk walk)
    {
        if (!(element.ClassList.Contains("wp-block-cover") || element.ClassList.Contains("wp-block-cover__image-background")) || element.GetAttribute("style") is not { } style)
            return null;
        var address = Background().Match(style).Groups["address"].Value;
        if (address.Length == 0)
            return null;
        return walk.Source.Attachments.Find(null, [address]) is { } media ? [Block(media, HtmlText.Fold(element.GetAttribute("aria-label") ?? ""), null, walk)]
            : walk.Source.Links.Web(address, walk.Source.Address) is { } uri ? [Elsewhere(uri, "", walk)] : null;
    }

    private static Block Elsewhere(Uri address, string alt, HtmlWalk walk)
    {
        walk.Notes.Add(NoteKind.Picture, "picture that is not among the export's attachments, kept as a link: " + address.AbsoluteUri);
        var words = alt.Length > 0 ? alt : HtmlText.Fold(Uri.UnescapeDataString(address.Segments[^1]).Trim('/'));
        return Platform.Html.Blocks.Block.Of("paragraph",
            Platform.Html.Blocks.Block.TextOf(words.Length > 0 ? words : address.Host, Mark.Link(address.AbsoluteUri)));
    }

    private static long? Find(IElement image, HtmlWalk walk)
    {
        var id = Number(ImageClass().Match(image.ClassName ?? "").Groups[1].Value)
            ?? Number(image.GetAttribute("data-id")) ?? Number(image.GetAttribute("data-attachment-id"));
        return walk.Source.Attachments.Find(id, Addresses(image));
    }

    private static IEnumerable<string> Addresses(IElement image)
    {
        foreach (var name in Lazy.Prepend("src"))
        {
            if (image.GetAttribute(name) is { Length: > 0 and < 4000 } address && !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
                yield return address.Trim();
        }
        foreach (var candidate in (image.GetAttribute("srcset") ?? image.GetAttribute("data-srcset") ?? "").Split(',').Take(20))
        {
            if (candidate.Trim().Split(' ')[0] is { Length: > 0 } address)
                yield return address;
        }
    }

    /// <summary>Smilies and the like stand in the text as their sign.</summary>
    private static bool IsSign(IElement image) =>
        image.ClassList.Contains("emoji") || image.ClassList.Contains("wp-smiley")
        || (image.GetAttribute("src") ?? "").Contains("/images/smilies/", StringComparison.Ordinal);

    private static long? Number(string? digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"(?:^|\s)wp-image-(\d{1,18})")]
    private static partial Regex ImageClass();

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp)(?:[?#].*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex PictureFile();

    [GeneratedRegex(@"background(?:-image)?\s*:[^;]*url\(\s*['""]?(?<address>[^'"")]{1,2000})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Background();
}
