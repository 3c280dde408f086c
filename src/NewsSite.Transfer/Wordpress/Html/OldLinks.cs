using NewsSite.Platform.Html;
using NewsSite.Transfer.Wordpress.Media;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>
/// Turns links of the old site into links of this one: a link to the old site becomes a path, which the redirects that the
/// import writes lead on; files that were not brought over keep their old address.
/// </summary>
/// <param name="site">The address of the old site, or null where the export does not say.</param>
/// <param name="attachments">Those that were brought.</param>
internal sealed class OldLinks(Uri? site, Attachments attachments)
{
    private const int MaxLength = 2000;

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    public Uri? Site { get; } = site;

    /// <summary>The link as it stands here; null where it may not stand anywhere, which is noted.</summary>
    /// <param name="at">Where the text stood, for relative links.</param>
    public string? Rewrite(string href, Uri? at, ConversionNotes notes)
    {
        href = href.Trim();
        if (href.Length == 0)
            return null;
        if (href[0] == '#')
        {
            notes.Add(NoteKind.Link, "link within the page: its text was kept");
            return null;
        }
        if (Resolve(href, at) is not { } uri || !Schemes.Contains(uri.Scheme))
        {
            notes.Add(NoteKind.Link, "link dropped, its text was kept: " + HtmlText.Fold(href));
            return null;
        }
        var link = IsHere(uri) ? Path(uri, notes) : uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? uri.AbsoluteUri : href;
        if (link.Length <= MaxLength && Link.IsAllowed(link, Schemes))
            return link;
        notes.Add(NoteKind.Link, "link dropped, its text was kept: " + HtmlText.Fold(href));
        return null;
    }

    /// <summary>The absolute http or https address, or null where it is none.</summary>
    public Uri? Web(string address, Uri? at) =>
        Resolve(address.Trim(), at) is { } uri && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.AbsoluteUri.Length <= MaxLength ? uri : null;

    public bool IsHere(Uri uri) =>
        Site is not null && uri.Scheme is "http" or "https" && Host(uri) == Host(Site!);

    private Uri? Resolve(string href, Uri? at)
    {
        var under = at ?? Site;
        if (href[0] == '/' || !href.Contains(':', StringComparison.Ordinal))
            return under is not null && Uri.TryCreate(under, href, out var relative) ? relative : null;
        return Uri.TryCreate(href, UriKind.Absolute, out var absolute) ? absolute : null;
    }

    private string Path(Uri uri, ConversionNotes notes)
    {
        if (attachments.IsBrought(uri))
            return uri.AbsolutePath;
        var extension = System.IO.Path.GetExtension(uri.AbsolutePath);
        if (uri.AbsolutePath.Contains("/wp-content/", StringComparison.Ordinal)
            || (extension.Length is > 1 and < 6 && extension is not (".html" or ".htm" or ".php")))
        {
            notes.Add(NoteKind.File, "link to a file that stays on the old site: " + uri.AbsoluteUri);
            return uri.AbsoluteUri;
        }
        return "/" + (uri.PathAndQuery + uri.Fragment).TrimStart('/');
    }

    private static string Host(Uri uri) => uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
}
