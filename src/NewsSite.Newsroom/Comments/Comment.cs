using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Newsroom.Articles;

namespace NewsSite.Newsroom.Comments;

/// <summary>What somebody of the desk says about a passage of an article, or answers to that. No reader sees it.</summary>
public sealed class Comment
{
    public const int MaxText = 4000;

    public long Id { get; private set; }
    public required long ArticleId { get; init; }

    /// <summary>The comment that it answers; null: it begins a thread.</summary>
    public long? ThreadId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public required long ById { get; init; }
    public required string ByName { get; init; }

    /// <summary>The passage as it was when the comment was made; it stays, whatever becomes of the passage.</summary>
    public string Quote { get; init; } = "";

    public string Words { get; private set; } = "";
    public string Before { get; private set; } = "";
    public string After { get; private set; } = "";

    /// <summary>Where the passage is now, as the last editor's window found it.</summary>
    public Passage Passage
    {
        get => new(Words, Before, After);
        set => (Words, Before, After) = (value.Words, value.Before, value.After);
    }

    public DateTimeOffset? ResolvedAt { get; private set; }
    public string ResolvedByName { get; private set; } = "";

    public void Resolve(Editor by, DateTimeOffset at) => (ResolvedAt, ResolvedByName) = (at, by.Name);

    public void Reopen() => (ResolvedAt, ResolvedByName) = (null, "");
}

internal sealed class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("article_comments");
        builder.Ignore(comment => comment.Passage);
        builder.HasOne<Article>().WithMany().HasForeignKey(comment => comment.ArticleId);
        builder.HasOne<Comment>().WithMany().HasForeignKey(comment => comment.ThreadId);
    }
}
