namespace NewsSite.Newsroom.Comments;

/// <summary>A comment on a passage with its answers, the oldest first.</summary>
public sealed record CommentThread(Comment Comment, IReadOnlyList<Comment> Answers);

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
