namespace NewsSite.Newsroom.Articles;

/// <summary>Where an article stands between the first word and the reader; stored by name.</summary>
public enum ArticleState
{
    Draft,

    /// <summary>Handed in, waiting for an editor.</summary>
    InReview,

    /// <summary>Will be published at <see cref="Article.ScheduledFor"/>.</summary>
    Scheduled,

    Published,

    /// <summary>Kept for the newsroom only.</summary>
    Private,

    /// <summary>Was published and was taken back: its address answers 410, or leads to <see cref="Article.MovedTo"/>.</summary>
    Unpublished,

    /// <summary>Lies in the recycle bin, until it is restored or its time there ends.</summary>
    Binned,
}
