using System.Globalization;

namespace NewsSite.Newsroom.Comments;

/// <summary>A comment on a passage with its answers, the oldest first.</summary>
public sealed record CommentThread(Comment Comment, IReadOnlyList<Comment> Answers);

/// <summary>How an article's comments stand: another one as soon as something is said, answered, resolved, opened again or deleted.</summary>
public sealed record CommentMark
{
    private readonly string _word;

    internal CommentMark(IReadOnlyCollection<(long Id, DateTimeOffset? ResolvedAt)> comments) => _word = string.Create(
        CultureInfo.InvariantCulture,
        $"{comments.Count}-{comments.Select(comment => comment.Id).DefaultIfEmpty().Max()}-{comments.Count(comment => comment.ResolvedAt is not null)}-{comments.Max(comment => comment.ResolvedAt)?.UtcTicks ?? 0}");

    public static CommentMark Of(IEnumerable<CommentThread> threads) =>
        new([.. threads.SelectMany(thread => thread.Answers.Prepend(thread.Comment)).Select(comment => (comment.Id, comment.ResolvedAt))]);

    public override string ToString() => _word;
}

/// <summary>What came of taking a comment away.</summary>
public enum Removal
{
    Done,

    /// <summary>There is no such comment in the article.</summary>
    Missing,

    /// <summary>Somebody else wrote it.</summary>
    NotOwn,

    /// <summary>Somebody else has answered it: then it may be resolved, but their words are not taken away.</summary>
    Answered,
}
