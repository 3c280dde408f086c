using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.Articles;

/// <summary>What an article says at one moment; a version holds it for good.</summary>
public sealed record ArticleText
{
    public const int MaxTitle = 300;
    public const int MaxStandfirst = 2000;

    public required string Title { get; init; }
    public string Standfirst { get; init; } = "";
    public BlockDocument Body { get; init; } = BlockDocument.Empty;

    /// <summary>The picture above the text.</summary>
    public long? HeroId { get; init; }

    /// <summary>Its caption here; empty: the picture's own.</summary>
    public string HeroCaption { get; init; } = "";
}
