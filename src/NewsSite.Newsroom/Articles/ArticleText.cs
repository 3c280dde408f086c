using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.Articles;

/// <summary>What an article says at one moment; a version holds it for good.</summary>
public sealed record ArticleText
{
    public const int MaxTitle = 300;
    public const int MaxStandfirst = 2000;
    public const int MaxHeroCaption = 1000;
    public const int MaxSearchTitle = 120;
    public const int MaxSearchText = 300;

    public required string Title { get; init; }
    public string Standfirst { get; init; } = "";
    public BlockDocument Body { get; init; } = BlockDocument.Empty;

    /// <summary>The picture above the text.</summary>
    public long? HeroId { get; init; }

    /// <summary>Its caption here; empty: the picture's own.</summary>
    public string HeroCaption { get; init; } = "";

    /// <summary>The title that search engines and those who share it are told; empty: the title.</summary>
    public string SearchTitle { get; init; } = "";

    /// <summary>The description that search engines are told; empty: the standfirst.</summary>
    public string SearchText { get; init; } = "";

    /// <summary>Whether both say the same; blocks are compared as they are stored.</summary>
    internal bool IsSame(ArticleText other) => this with { Body = other.Body } == other && Body.ToJson() == other.Body.ToJson();
}
