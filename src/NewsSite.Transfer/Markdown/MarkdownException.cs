namespace NewsSite.Transfer.Markdown;

/// <summary>A Markdown file that cannot be taken in; the message names the file, the line and what is wrong.</summary>
public sealed class MarkdownException : Exception
{
    public MarkdownException(string file, int line, string problem)
        : base($"{file}, line {line}: {problem}") => Line = line;

    public MarkdownException(string file, int line, string problem, Exception cause)
        : base($"{file}, line {line}: {problem}", cause) => Line = line;

    /// <summary>Counted from 1.</summary>
    public int Line { get; }
}
