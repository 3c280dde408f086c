namespace NewsSite.Newsroom.Redirects;

/// <summary>
/// The normal form in which old addresses are kept and looked up: the path in lower case, percent-encoding resolved, without
/// the slash at its end; and for WordPress's plain addresses the number, as "/?p=42".
/// </summary>
public static class OldAddress
{
    public const int MaxLength = 500;

    private static readonly string[] Numbered = ["p", "page_id", "attachment_id", "cat"];

    /// <summary>The normal form, or null where the address is none of this kind or too long to be kept.</summary>
    /// <param name="query">With its question mark, or empty.</param>
    public static string? Of(string path, string query)
    {
        var known = path is "/" or "" or "/index.php" ? Number(query) : null;
        if (known is not null)
            return known;
        var normal = Uri.UnescapeDataString(path).TrimEnd('/').ToLowerInvariant();
        return normal.Length is > 0 and <= MaxLength && normal[0] == '/' ? normal : null;
    }

    private static string? Number(string query)
    {
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            if (pair.Split('=') is [var key, { Length: > 0 and < 19 } value] && Numbered.Contains(key) && value.All(char.IsAsciiDigit))
                return key == "cat" ? $"/?cat={value}" : $"/?p={value}";
        }
        return null;
    }
}
