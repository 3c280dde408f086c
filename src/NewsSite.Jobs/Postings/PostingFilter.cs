using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;

namespace NewsSite.Jobs.Postings;

/// <summary>Which open jobs are asked for; what is null asks nothing. All that is given must hold.</summary>
public sealed record PostingFilter
{
    public long? Category { get; init; }
    public long? Employer { get; init; }
    public Language? Language { get; init; }

    /// <summary>Published then or later.</summary>
    public DateTimeOffset? Since { get; init; }
    public ListKey? Before { get; init; }
}
