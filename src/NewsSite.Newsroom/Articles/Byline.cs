using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Tags;

namespace NewsSite.Newsroom.Articles;

/// <summary>That an author signed an article. Language and time are the article's, so that an author's list is one index scan.</summary>
public sealed class Byline
{
    public long ArticleId { get; init; }
    public Article Article { get; init; } = null!;
    public required long AuthorId { get; init; }
    public Author Author { get; init; } = null!;
    public required int Position { get; set; }
    public required string Language { get; set; }

    /// <summary>Null while readers do not see the article.</summary>
    public DateTimeOffset? PublishedAt { get; set; }
}

/// <summary>That an article carries a tag, with the article's language and time for the same reason.</summary>
public sealed class ArticleTag
{
    public long ArticleId { get; init; }
    public Article Article { get; init; } = null!;
    public required long TagId { get; init; }
    public Tag Tag { get; init; } = null!;
    public required string Language { get; set; }

    /// <summary>Null while readers do not see the article.</summary>
    public DateTimeOffset? PublishedAt { get; set; }
}
