namespace NewsSite.Transfer.Markdown;

/// <summary>A file of front matter and Markdown.</summary>
/// <param name="Name">As errors name it.</param>
/// <param name="BodyLine">The index of the body's first line in the file, so that errors name the right line.</param>
internal sealed record MarkdownFile(string Name, FrontMatter Front, string Body, int BodyLine)
{
    public static MarkdownFile Read(string name, string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var front = FrontMatter.Read(name, lines, out var end);
        return new MarkdownFile(name, front, string.Join('\n', lines.Skip(end)), end);
    }

    /// <param name="bodyLine">Counted from 0, as Markdig does.</param>
    public MarkdownException Problem(int bodyLine, string problem) => new(Name, BodyLine + bodyLine + 1, problem);
}
