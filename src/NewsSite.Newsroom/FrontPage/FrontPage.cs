using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;

namespace NewsSite.Newsroom.FrontPage;

/// <summary>The front page: what the chief editor arranged, then what is pinned, then the newest, each article once.</summary>
public sealed record FrontPage
{
    public const int TopStories = 6;
    public const int PerSection = 5;
    public const int SectionBlocks = 12;

    public required ArticleCard? Lead { get; init; }
    public required IReadOnlyList<ArticleCard> Top { get; init; }
    public required IReadOnlyList<SectionBlock> Sections { get; init; }
}

/// <summary>A section's articles that do not stand further up on the front page.</summary>
public sealed record SectionBlock(Section Section, IReadOnlyList<ArticleCard> Articles);
