using NewsSite.Newsroom.Articles;

namespace NewsSite.Newsroom.WorkingCopies;

/// <summary>Everything of an article that an editor can change.</summary>
public sealed record ArticleContent
{
    public required ArticleText Text { get; init; }
    public required long SectionId { get; init; }

    /// <summary>Empty: made from the title when it is published.</summary>
    public string Slug { get; init; } = "";
    public IReadOnlyList<long> AuthorIds { get; init; } = [];
    public IReadOnlyList<long> TagIds { get; init; } = [];
}
