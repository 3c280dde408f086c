using NewsSite.Newsroom.Articles;

namespace NewsSite.Newsroom.Publishing;

/// <summary>Which article, by whom, and which state of it they had before their eyes.</summary>
public sealed record PublishingOrder
{
    public required long ArticleId { get; init; }
    public required Editor By { get; init; }

    /// <summary>The article's version that was seen; null: whichever it is.</summary>
    public int? SeenVersion { get; init; }

    /// <summary>The working copy's revision that was seen, 0 where there was none; null: whichever it is.</summary>
    public int? SeenRevision { get; init; }
}

/// <summary>What came of an order: done, or why not; then nothing was changed.</summary>
public sealed record PublishingAnswer(Article? Article, PublishingProblem? Problem = null)
{
    /// <summary>The instant for which it is planned; null: it is done already.</summary>
    public DateTimeOffset? PlannedFor { get; init; }

    public bool IsDone => Problem is null;
}
