namespace NewsSite.Newsroom.Comments;

/// <summary>What people type into a field of the newsroom, fit to be kept by every database.</summary>
internal static class PlainWords
{
    /// <summary>One kind of line end, no control characters, no half letters.</summary>
    public static string Clean(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            return "";
        var lines = typed.ReplaceLineEndings("\n");
        return new string([.. lines.Where((letter, place) => letter is '\n' or '\t' || (!char.IsControl(letter) && IsWhole(lines, place)))]);
    }

    /// <summary>As a subject or a name can hold it.</summary>
    public static string OneLine(string? typed) => Clean(typed).Replace('\n', ' ').Replace('\t', ' ').Trim();

    private static bool IsWhole(string text, int place) =>
        !char.IsSurrogate(text[place])
        || (char.IsHighSurrogate(text[place]) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]))
        || (char.IsLowSurrogate(text[place]) && place > 0 && char.IsHighSurrogate(text[place - 1]));
}
