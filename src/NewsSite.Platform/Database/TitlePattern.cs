namespace NewsSite.Platform.Database;

/// <summary>A LIKE pattern in which the user's text is text only.</summary>
public static class TitlePattern
{
    public const string Escape = "\\";

    public static string Containing(string text) =>
        $"%{text.ToLowerInvariant().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
