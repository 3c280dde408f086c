using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>How people name an article: its number, or its address for readers or for the newsroom.</summary>
public static partial class ArticleNumber
{
    public static long? In(string? text)
    {
        var found = Numbered().Match(text?.Trim() ?? "");
        return found.Success && long.TryParse(found.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    [GeneratedRegex(@"^(?:#?|.*/(?:news/[a-z0-9-]+|newsroom/articles)/)(?<id>\d{1,18})(?:[/?#].*)?$")]
    private static partial Regex Numbered();
}
