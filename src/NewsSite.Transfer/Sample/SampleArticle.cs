using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Languages;

namespace NewsSite.Transfer.Sample;

/// <summary>A made-up article.</summary>
internal sealed record SampleArticle
{
    public required Language Language { get; init; }
    public required long Section { get; init; }
    public required IReadOnlyList<long> Authors { get; init; }
    public required IReadOnlyList<long> Tags { get; init; }
    public required ArticleText Text { get; init; }

    /// <summary>How long before now it was published.</summary>
    public required TimeSpan Age { get; init; }
    public required TimeSpan? Updated { get; init; }
}
