using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.WorkingCopies;

/// <summary>Everything of an article that an editor can change.</summary>
public sealed record ArticleContent
{
    public required ArticleText Text { get; init; }
    public required long SectionId { get; init; }

    /// <summary>Null: as it is. Counts until the article is published for the first time.</summary>
    public Language? Language { get; init; }

    /// <summary>Empty: made from the title when it is published.</summary>
    public string Slug { get; init; } = "";
    public IReadOnlyList<long> AuthorIds { get; init; } = [];
    public IReadOnlyList<long> TagIds { get; init; } = [];

    /// <summary>Whether both say the same in every field.</summary>
    internal bool IsSame(ArticleContent other) =>
        Text.IsSame(other.Text) && SectionId == other.SectionId && Slug == other.Slug
        && (Language is null || other.Language is null || Language == other.Language)
        && AuthorIds.SequenceEqual(other.AuthorIds) && TagIds.SequenceEqual(other.TagIds);
}
