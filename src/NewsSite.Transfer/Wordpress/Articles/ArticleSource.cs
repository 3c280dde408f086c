using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Site;
using NewsSite.Transfer.Wordpress.Export;

namespace NewsSite.Transfer.Wordpress.Articles;

/// <summary>A post, ready to be written as an article.</summary>
internal sealed record ArticleSource
{
    public required WxrItem Item { get; init; }
    public required string Fingerprint { get; init; }
    public required ArticleText Text { get; init; }
    public required ArticleState State { get; init; }
    public required DateTimeOffset? PublishedAt { get; init; }
    public required DateTimeOffset? UpdatedAt { get; init; }
    public required IReadOnlyList<long> AuthorIds { get; init; }
    public required ArticleFiling Filing { get; init; }
}

/// <summary>Where a post is filed.</summary>
/// <param name="Section">Null: it has no category; News takes it.</param>
/// <param name="Tags">The slugs of its tags.</param>
/// <param name="Categories">The slugs of its other categories, which become tags.</param>
internal sealed record ArticleFiling(long? Section, IReadOnlyList<string> Tags, IReadOnlyList<string> Categories);

/// <summary>In which state a post comes over.</summary>
internal static class PostState
{
    /// <summary>A password would be shown to nobody here, so what has one is kept for the newsroom. What was scheduled for a time that has come is out.</summary>
    public static ArticleState Of(WxrItem item, DateTimeOffset? at, PaperClock clock) => item.Status switch
    {
        _ when item.HasPassword => ArticleState.Private,
        "publish" or "" => ArticleState.Published,
        "future" => at > clock.Now ? ArticleState.Scheduled : ArticleState.Published,
        "pending" => ArticleState.InReview,
        "private" => ArticleState.Private,
        _ => ArticleState.Draft,
    };

    public static bool IsKnown(string status) => status is "publish" or "" or "future" or "pending" or "private" or "draft";
}
