using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Newsroom.Publishing;

/// <summary>
/// An address that an editor typed, as a path on this site that readers can open. Nothing that a browser could take for another
/// site passes: what is kept is the path as it is resolved, not as it was typed.
/// </summary>
public static partial class TypedPath
{
    public const int MaxLength = 500;

    /// <summary>The path with its query; null where it is none of ours, or one that readers cannot open.</summary>
    /// <param name="typed">A path, or an address that begins with the site's own.</param>
    /// <param name="origin">The site's public address without a path.</param>
    public static string? Parse(string typed, string origin)
    {
        var path = typed.Trim();
        if (path.StartsWith(origin + "/", StringComparison.OrdinalIgnoreCase))
            path = path[origin.Length..];
        if (path.Length is 0 or > MaxLength || path[0] != '/' || path.Any(character => character is '\\' || char.IsControl(character) || char.IsWhiteSpace(character)))
            return null;
        if (!Uri.TryCreate("https://paper.invalid" + path, UriKind.Absolute, out var resolved) || resolved.Host != "paper.invalid" || !resolved.IsDefaultPort || resolved.UserInfo.Length > 0)
            return null;
        var own = resolved.PathAndQuery + resolved.Fragment;
        return own.Length <= MaxLength && !own.StartsWith("//", StringComparison.Ordinal) && !Closed().IsMatch(Uri.UnescapeDataString(resolved.AbsolutePath)) ? own : null;
    }

    /// <summary>The article that stands at a path; null where the path is no article's.</summary>
    public static long? ArticleAt(string path) =>
        Article().Match(path) is { Success: true } match && long.TryParse(match.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    [GeneratedRegex("^(/(nl|fr))?/+(newsroom|account|employer|api|status|health|openapi|mails)(/|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Closed();

    [GeneratedRegex(@"^(/(nl|fr))?/news/[^/]+/(?<id>\d+)(/|\?|#|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Article();
}
