namespace NewsSite.Newsroom.Comments;

/// <summary>
/// Where in the text a comment belongs: the words, and those around them by which the place is found again after it was
/// edited. The text itself carries no mark of it, so that no reader ever gets one.
/// </summary>
public sealed record Passage(string Words, string Before, string After)
{
    public const int MaxWords = 1000;

    /// <summary>So much of what stands before and after.</summary>
    public const int MaxContext = 80;

    public static readonly Passage None = new("", "", "");

    /// <summary>Cut to what is kept: it serves to find and to show, not to be complete.</summary>
    public static Passage Of(string? words, string? before, string? after) => new(
        Start(PlainWords.Clean(words), MaxWords), End(PlainWords.Clean(before), MaxContext), Start(PlainWords.Clean(after), MaxContext));

    private static string Start(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string End(string text, int length) =>
        text.Length <= length ? text : text[(char.IsLowSurrogate(text[^length]) ? text.Length - length + 1 : text.Length - length)..];
}
