using System.Text.RegularExpressions;

namespace NewsSite.Transfer.Wordpress.Export;

/// <summary>The namespaces of an export, whatever its version.</summary>
internal enum WxrSpace
{
    Rss,
    Wordpress,
    Excerpt,
    Content,
    DublinCore,
    Other,
}

/// <summary>Tells namespaces apart; remembers each, because there are a handful and every element asks.</summary>
internal sealed partial class WxrSpaces
{
    private readonly Dictionary<string, WxrSpace> _known = [];

    /// <summary>Null where it is WordPress's of a version that cannot be read.</summary>
    public WxrSpace? TryOf(string uri, out string version)
    {
        version = "";
        if (_known.TryGetValue(uri, out var known))
            return known;
        var export = ExportSpace().Match(uri);
        version = export.Groups["version"].Value;
        if (export.Success && version is not ("1.0" or "1.1" or "1.2"))
            return null;
        return _known[uri] = uri switch
        {
            "" => WxrSpace.Rss,
            "http://purl.org/dc/elements/1.1/" => WxrSpace.DublinCore,
            "http://purl.org/rss/1.0/modules/content/" => WxrSpace.Content,
            _ when export.Success => export.Groups["excerpt"].Success ? WxrSpace.Excerpt : WxrSpace.Wordpress,
            _ => WxrSpace.Other,
        };
    }

    [GeneratedRegex(@"^https?://(?:www\.)?wordpress\.org/export/(?<version>[0-9.]+)/(?<excerpt>excerpt/)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ExportSpace();
}
