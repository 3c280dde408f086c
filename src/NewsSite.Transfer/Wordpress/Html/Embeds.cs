using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>What other sites show: by frame, by an address alone in its paragraph, or by a quote that their script would fill.</summary>
internal static partial class Embeds
{
    private const int MaxCaption = 1000;

    /// <summary>Whose addresses WordPress embeds when they stand alone.</summary>
    private static readonly HashSet<string> Providers =
    [
        "youtube.com", "youtu.be", "youtube-nocookie.com", "vimeo.com", "dailymotion.com", "dai.ly", "ted.com", "wordpress.tv", "videopress.com", "twitch.tv",
        "twitter.com", "x.com", "instagram.com", "facebook.com", "fb.watch", "tiktok.com", "bsky.app", "reddit.com", "pinterest.com", "tumblr.com", "linkedin.com",
        "soundcloud.com", "spotify.com", "mixcloud.com", "flickr.com", "flic.kr", "imgur.com", "smugmug.com", "issuu.com", "scribd.com", "slideshare.net",
        "speakerdeck.com", "kickstarter.com", "openstreetmap.org", "polldaddy.com", "crowdsignal.com",
    ];

    private static readonly HashSet<string> SocialPosts =
        ["twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "reddit-embed-bq", "reddit-card", "mastodon-embed"];

    /// <summary>An embed of the address; null where it is not on the web or on the old site, so that it is better told as a link.</summary>
    public static Block? Of(string address, string caption, HtmlWalk walk)
    {
        if (walk.Source.Links.Web(address, walk.Source.Address) is not { } uri || walk.Source.Links.IsHere(uri))
            return null;
        if (caption.Length > MaxCaption)
        {
            walk.Notes.Add(NoteKind.Length, "caption of an embed cut to 1000 characters");
            caption = HtmlText.Cut(caption, MaxCaption);
        }
        return new Block("embed").With("url", uri.AbsoluteUri).With("caption", caption);
    }

    /// <summary>The line's address, where it is one and nothing else, of a site that WordPress embeds.</summary>
    public static string? KnownAddress(string line)
    {
        var address = line.Trim();
        return address.Length is > 10 and < 2000 && !address.Contains(' ', StringComparison.Ordinal)
            && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && IsProvider(uri.Host) ? address : null;
    }

    public static string? IsAddressAlone(IElement paragraph) =>
        paragraph.ChildElementCount == 0 || (paragraph.ChildElementCount == 1 && paragraph.FirstElementChild!.LocalName == "a")
            ? KnownAddress(HtmlText.OneLine(paragraph))
            : null;

    /// <summary>The address in an embed block: its text, or where its frame or link leads.</summary>
    public static string? AddressIn(IElement figure)
    {
        var wrapper = figure.QuerySelector(".wp-block-embed__wrapper") ?? figure;
        var text = HtmlText.OneLine(wrapper);
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text : null;
    }

    public static void Read(IElement element, HtmlWalk walk, HtmlPlace place)
    {
        var address = (element.GetAttribute("src") ?? element.GetAttribute("data-src") ?? element.GetAttribute("data")
            ?? element.QuerySelector("source[src],embed[src]")?.GetAttribute("src") ?? "").Trim();
        if (element.LocalName is "iframe" && walk.Source.Links.Web(address, walk.Source.Address) is { Host.Length: > 0 }
            && Of(address, HtmlText.Fold(element.GetAttribute("title") ?? ""), walk) is { } frame)
        {
            place.Flow.Add(frame);
            return;
        }
        // A file block shows the same file in a frame and as a link.
        if (element.LocalName == "object" && element.ParentElement?.ClassList.Contains("wp-block-file") == true)
            return;
        if (address.Length > 0)
            File(address, element.LocalName is "audio" ? "Audio" : element.LocalName is "video" ? "Video" : "", walk, place);
        else
            walk.Notes.Add(NoteKind.Element, $"<{element.LocalName}> without an address");
        if (element.LocalName is "video" or "audio" or "object")
            walk.Children(element, place);
    }

    /// <summary>A paragraph that leads to a sound, a film or another file; of sites that are embedded, an embed.</summary>
    public static void File(string address, string kind, HtmlWalk walk, HtmlPlace place)
    {
        if (KnownAddress(address) is not null && Of(address, "", walk) is { } embed)
        {
            place.Flow.Add(embed);
            return;
        }
        if (walk.Source.Links.Web(address, walk.Source.Address) is not { } uri || walk.Source.Links.Rewrite(uri.AbsoluteUri, null, walk.Notes) is not { } href)
        {
            walk.Notes.Add(NoteKind.Link, "address dropped: " + HtmlText.Fold(address));
            return;
        }
        var name = HtmlText.Fold(Uri.UnescapeDataString(uri.Segments[^1]).Trim('/'));
        var words = $"{kind} {(name.Length > 0 ? name : uri.Host)}".Trim();
        place.Flow.Add(Block.Of("paragraph", Block.TextOf(words, Mark.Link(href))));
        walk.Notes.Add(NoteKind.File, $"{(kind.Length > 0 ? kind.ToLowerInvariant() : "object")} shown as a link");
    }

    /// <summary>A post of a social network, as its embed code quotes it: the words become the caption.</summary>
    public static IEnumerable<Block>? OfSocialPost(IElement quote, HtmlWalk walk)
    {
        if (!quote.ClassList.Any(SocialPosts.Contains))
            return null;
        var address = quote.GetAttribute("data-instgrm-permalink") ?? quote.GetAttribute("cite")
            ?? quote.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).LastOrDefault(href => PostAddress().IsMatch(href));
        var words = HtmlText.OneLine(quote);
        return address is not null && words.Length <= MaxCaption && Of(address, words, walk) is { } embed ? [embed] : null;
    }

    private static bool IsProvider(string host)
    {
        for (var at = 0; at >= 0; at = host.IndexOf('.', at) is >= 0 and var dot ? dot + 1 : -1)
        {
            if (Providers.Contains(host[at..]))
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"/(?:status(?:es)?|p|reel|tv|video|comments|post|@[^/]+)/[^/]+")]
    private static partial Regex PostAddress();
}
