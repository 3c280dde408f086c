namespace NewsSite.Transfer.Markdown;

/// <summary>What a text's own names stand for.</summary>
internal sealed record MarkdownReferences
{
    /// <summary>The id of the picture with that key; null where there is none, which is an error.</summary>
    public required Func<string, long?> Picture { get; init; }

    /// <summary>The path that "article:slug" stands for; null where there is none, which is an error; empty where it has no address yet: then only its words are kept.</summary>
    public required Func<string, string?> Article { get; init; }
}
