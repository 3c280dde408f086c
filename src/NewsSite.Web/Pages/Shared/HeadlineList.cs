using NewsSite.Newsroom.Articles;

namespace NewsSite.Web.Pages.Shared;

/// <summary>Headlines by day, newest first.</summary>
public sealed record HeadlineList(IReadOnlyList<ArticleCard> Cards, Frame Frame)
{
    public string Id { get; init; } = "headlines-title";

    /// <summary>The list is the front page's Latest and not "In the headlines".</summary>
    public bool IsLatest { get; init; }

    /// <summary>The article that the reader has open.</summary>
    public long? CurrentId { get; init; }

    /// <summary>Of the newest that stand on every page it is known that there are older ones only when the list is full.</summary>
    public bool HasMore { get; init; } = Cards.Count < Frame.Headlines.Count || Frame.Headlines.Count >= Headlines.Size;
}
