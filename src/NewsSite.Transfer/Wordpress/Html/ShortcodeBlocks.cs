using System.Globalization;
using AngleSharp.Dom;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>Writes the blocks of WordPress's own shortcodes.</summary>
internal static class ShortcodeBlocks
{
    private static readonly string[] Films = ["mp4", "m4v", "webm", "ogv", "flv", "wmv", "mov"];
    private static readonly string[] Sounds = ["mp3", "m4a", "ogg", "wav", "wma"];
    private static readonly string[] Files = ["src", .. Films, .. Sounds];

    public static void Write(IElement shortcode, HtmlWalk walk, HtmlPlace place)
    {
        switch (shortcode.GetAttribute("data-name"))
        {
            case "caption" or "wp_caption":
                Caption(shortcode, walk, place);
                break;
            case "gallery":
                place.Flow.AddRange(Pictures.Set([.. Ids(shortcode, walk).Select(id => OfAttachment(id, walk)).OfType<Block>()]));
                walk.Children(shortcode, place);
                break;
            case "playlist":
                foreach (var id in Ids(shortcode, walk))
                    Linked(id, walk, place);
                walk.Children(shortcode, place);
                break;
            case "embed":
                Embed(shortcode, walk, place);
                break;
            case "audio" or "video":
                Media(shortcode, walk, place);
                break;
            default:
                walk.Children(shortcode, place);
                break;
        }
    }

    /// <summary>The picture in it, with its words as caption: those after the picture, or those of the attribute.</summary>
    private static void Caption(IElement shortcode, HtmlWalk walk, HtmlPlace place)
    {
        if (shortcode.QuerySelector("img") is not { } image)
        {
            walk.Children(shortcode, place);
            return;
        }
        var href = image.Closest("a")?.GetAttribute("href") is { } given ? walk.Source.Links.Rewrite(given, walk.Source.Address, walk.Notes) : null;
        var blocks = Pictures.Of(image, walk, href);
        image.Remove();
        var words = Figures.CaptionOf(shortcode, walk);
        if (words.Length == 0)
            words = HtmlText.OneLine(shortcode.GetAttribute("data-caption") ?? "");
        place.Flow.Float(Figures.Captioned(blocks, words));
    }

    private static void Embed(IElement shortcode, HtmlWalk walk, HtmlPlace place)
    {
        var words = HtmlText.OneLine(shortcode);
        var address = words.Length > 0 ? words : shortcode.GetAttribute("data-src") ?? shortcode.GetAttribute("data-value") ?? "";
        if (address.Length > 0 && Uri.IsWellFormedUriString(address, UriKind.Absolute))
        {
            if (Embeds.Of(address, "", walk) is { } embed)
                place.Flow.Add(embed);
            else
                Embeds.File(address, "", walk, place);
            return;
        }
        walk.Notes.Add(NoteKind.Shortcode, "[embed] without an address");
        walk.Children(shortcode, place);
    }

    private static void Media(IElement shortcode, HtmlWalk walk, HtmlPlace place)
    {
        var address = Files.Select(name => shortcode.GetAttribute("data-" + name)).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
        var isAudio = shortcode.GetAttribute("data-name") == "audio";
        // Without an address WordPress plays the first file of its kind that was uploaded to the post.
        address ??= walk.Source.Attachments.OfPost(walk.Source.PostId).Select(walk.Source.Attachments.Address).OfType<string>()
            .FirstOrDefault(file => (isAudio ? Sounds : Films).Contains(Path.GetExtension(file).TrimStart('.').ToLowerInvariant()));
        if (address is not null)
            Embeds.File(address, isAudio ? "Audio" : "Video", walk, place);
        else if (shortcode.TextContent.Trim().Length == 0)
            walk.Notes.Add(NoteKind.Shortcode, $"[{shortcode.GetAttribute("data-name")}] without an address");
        walk.Children(shortcode, place);
    }

    /// <summary>The attachments it names, or, where it names none, those of the post.</summary>
    private static IEnumerable<long> Ids(IElement shortcode, HtmlWalk walk)
    {
        var named = Numbers(shortcode.GetAttribute("data-ids") ?? shortcode.GetAttribute("data-include"));
        if (named.Count > 0)
            return named;
        var post = Numbers(shortcode.GetAttribute("data-id")).FirstOrDefault(walk.Source.PostId);
        return walk.Source.Attachments.OfPost(post).Except(Numbers(shortcode.GetAttribute("data-exclude")));
    }

    private static List<long> Numbers(string? list) =>
        [.. (list ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0)];

    private static Block? OfAttachment(long id, HtmlWalk walk)
    {
        if (walk.Source.Attachments.Find(id, []) is { } media)
            return Pictures.Block(media, "", null, walk);
        walk.Notes.Add(NoteKind.Picture, "gallery names a picture that is not in the export");
        return null;
    }

    private static void Linked(long id, HtmlWalk walk, HtmlPlace place)
    {
        if (walk.Source.Attachments.Address(id) is { } address)
            Embeds.File(address, "", walk, place);
        else
            walk.Notes.Add(NoteKind.File, "playlist names a file that is not in the export");
    }
}
