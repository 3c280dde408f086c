using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Platform.Html.Blocks;

/// <summary>
/// The sites whose pages may be shown in a frame, once a reader has asked for it. Anything else, and what cannot be framed by
/// address alone (Mastodon, Bluesky), stays a link.
/// </summary>
public sealed partial record EmbedProvider(string Name, string? Frame)
{
    /// <summary>The hosts that frames may come from; for the Content-Security-Policy.</summary>
    public static readonly IReadOnlyList<string> FrameHosts =
        ["www.youtube-nocookie.com", "player.vimeo.com", "platform.twitter.com", "www.instagram.com", "www.openstreetmap.org"];

    public static EmbedProvider Recognise(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return new EmbedProvider("", null);
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        return host switch
        {
            "youtube.com" or "m.youtube.com" or "youtu.be" or "youtube-nocookie.com" =>
                Framed("YouTube", YouTubeId().Match(address), id => $"https://www.youtube-nocookie.com/embed/{id}"),
            "vimeo.com" or "player.vimeo.com" =>
                Framed("Vimeo", VimeoId().Match(uri.AbsolutePath), id => $"https://player.vimeo.com/video/{id}?dnt=1"),
            "twitter.com" or "x.com" or "mobile.twitter.com" =>
                Framed("X", PostId().Match(uri.AbsolutePath), id => $"https://platform.twitter.com/embed/Tweet.html?id={id}&dnt=true"),
            "instagram.com" =>
                Framed("Instagram", InstagramId().Match(uri.AbsolutePath), id => $"https://www.instagram.com/p/{id}/embed/"),
            "openstreetmap.org" => new EmbedProvider("OpenStreetMap", Map(uri.Fragment)),
            "bsky.app" => new EmbedProvider("Bluesky", null),
            _ => new EmbedProvider(host, null),
        };
    }

    private static EmbedProvider Framed(string name, Match id, Func<string, string> frame) =>
        new(name, id.Success ? frame(id.Groups[1].Value) : null);

    private static string? Map(string fragment)
    {
        var place = MapPlace().Match(fragment);
        if (!place.Success)
            return null;
        var zoom = double.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var latitude = double.Parse(place.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        var longitude = double.Parse(place.Groups[3].ValueSpan, CultureInfo.InvariantCulture);
        var half = 360 / Math.Pow(2, Math.Clamp(zoom, 1, 19));
        return string.Create(CultureInfo.InvariantCulture,
            $"https://www.openstreetmap.org/export/embed.html?bbox={longitude - half:F5},{latitude - (half / 2):F5},{longitude + half:F5},{latitude + (half / 2):F5}&layer=mapnik&marker={latitude:F5},{longitude:F5}");
    }

    [GeneratedRegex(@"(?:v=|youtu\.be/|/embed/|/shorts/|/live/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])")]
    private static partial Regex YouTubeId();

    [GeneratedRegex(@"^/(?:video/)?(\d{1,15})/?$")]
    private static partial Regex VimeoId();

    [GeneratedRegex(@"/status(?:es)?/(\d{1,25})")]
    private static partial Regex PostId();

    [GeneratedRegex(@"/(?:p|reel|tv)/([A-Za-z0-9_-]{5,40})")]
    private static partial Regex InstagramId();

    [GeneratedRegex(@"map=(\d{1,2}(?:\.\d+)?)/(-?\d{1,3}(?:\.\d+)?)/(-?\d{1,3}(?:\.\d+)?)")]
    private static partial Regex MapPlace();
}
