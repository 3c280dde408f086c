using NewsSite.Newsroom.Articles;

namespace NewsSite.Web.Pages.Shared;

/// <summary>A list of articles with their standfirsts.</summary>
public sealed record StoryList(IEnumerable<ArticleCard> Cards, Frame Frame)
{
    public int Level { get; init; } = 2;
    public bool IsUnderItsDay { get; init; }
    public bool WithKicker { get; init; } = true;
}
