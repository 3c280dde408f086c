using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Articles;

/// <summary>Which articles are asked for; what is null or empty asks nothing. All that is given must hold.</summary>
public sealed record ArticleFilter
{
    /// <summary>In any of these sections.</summary>
    public IReadOnlyList<long> Sections { get; init; } = [];
    public long? Tag { get; init; }
    public long? Author { get; init; }
    public Language? Language { get; init; }

    /// <summary>Published then or later.</summary>
    public DateTimeOffset? Since { get; init; }
    public ListKey? Before { get; init; }
}
