using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Comments;

/// <summary>What the desk says about the passages of an article. Every method saves its own write.</summary>
public sealed class CommentDesk(NewsDb db, PaperClock clock, AuditTrail audit)
{
    /// <summary>More are no list that anybody reads; whoever wants another resolves one and deletes it.</summary>
    public const int MaxPerArticle = 500;

    private readonly DbSet<Comment> _comments = db.Set<Comment>();

    /// <summary>All threads of the article, the oldest first.</summary>
    public async Task<IReadOnlyList<CommentThread>> ListAsync(long articleId, CancellationToken cancel = default)
    {
        var all = await _comments.AsNoTracking().Where(comment => comment.ArticleId == articleId).OrderBy(comment => comment.Id).ToListAsync(cancel);
        var answers = all.Where(comment => comment.ThreadId is not null).ToLookup(comment => comment.ThreadId!.Value);
        return [.. all.Where(comment => comment.ThreadId is null).Select(comment => new CommentThread(comment, [.. answers[comment.Id]]))];
    }

    /// <summary>The mark of what <see cref="ListAsync"/> gives, for a fraction of its work.</summary>
    public async Task<CommentMark> MarkAsync(long articleId, CancellationToken cancel = default)
    {
        var all = await _comments.AsNoTracking().Where(comment => comment.ArticleId == articleId).Select(comment => new { comment.Id, comment.ResolvedAt }).ToListAsync(cancel);
        return new([.. all.Select(comment => (comment.Id, comment.ResolvedAt))]);
    }

    /// <summary>What of a comment's text is kept; empty where nothing is left or it is too long to be one.</summary>
    public static string Words(string? typed) =>
        PlainWords.Clean(typed).Trim() is { Length: <= Comment.MaxText } words ? words : "";

    /// <summary>Begins a thread; null where there is no such article or it has too many comments already.</summary>
    public async Task<Comment?> BeginAsync(long articleId, string text, Passage passage, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await TitleAsync(articleId, cancel) is not { } title || await IsFullAsync(articleId, cancel))
            return null;
        var comment = new Comment { ArticleId = articleId, Text = text, Quote = passage.Words, Passage = passage, At = clock.Now, ById = by.UserId, ByName = by.Name };
        _comments.Add(comment);
        Note("comment", articleId, title);
        await write.CommitAsync(cancel);
        return comment;
    }

    /// <summary>Answers a thread, and opens it again where it was resolved; null where there is none or no room.</summary>
    public async Task<Comment?> AnswerAsync(long articleId, long thread, string text, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await ThreadAsync(articleId, thread, cancel) is not { } first || await IsFullAsync(articleId, cancel))
            return null;
        first.Reopen();
        var answer = new Comment { ArticleId = articleId, ThreadId = thread, Text = text, At = clock.Now, ById = by.UserId, ByName = by.Name };
        _comments.Add(answer);
        Note("answer comment", articleId, await TitleAsync(articleId, cancel));
        await write.CommitAsync(cancel);
        return answer;
    }

    /// <summary>Doing it twice does no harm. False where there is no such thread.</summary>
    public async Task<bool> ResolveAsync(long articleId, long thread, bool isResolved, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await ThreadAsync(articleId, thread, cancel) is not { } first)
            return false;
        if (isResolved == first.ResolvedAt is not null)
            return true;
        if (isResolved)
            first.Resolve(by, clock.Now);
        else
            first.Reopen();
        Note(isResolved ? "resolve comment" : "reopen comment", articleId, await TitleAsync(articleId, cancel));
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>Takes one's own comment away, and one's own answers to it with it.</summary>
    public async Task<Removal> RemoveAsync(long articleId, long id, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var comment = await _comments.SingleOrDefaultAsync(comment => comment.Id == id && comment.ArticleId == articleId, cancel);
        if (comment is null)
            return Removal.Missing;
        if (comment.ById != by.UserId)
            return Removal.NotOwn;
        var answers = await _comments.Where(answer => answer.ThreadId == id).ToListAsync(cancel);
        if (answers.Exists(answer => answer.ById != by.UserId))
            return Removal.Answered;
        _comments.RemoveRange(answers);
        _comments.Remove(comment);
        Note("delete comment", articleId, await TitleAsync(articleId, cancel));
        await write.CommitAsync(cancel);
        return Removal.Done;
    }

    /// <summary>
    /// Keeps where passages have moved to while the text was edited; says nothing new, so it is no entry of the trail.
    /// </summary>
    public async Task MoveAsync(long articleId, IReadOnlyDictionary<long, Passage> passages, CancellationToken cancel = default)
    {
        var ids = passages.Keys.ToList();
        await using var write = await db.BeginWriteAsync(cancel);
        var moved = await _comments.Where(comment => comment.ArticleId == articleId && comment.ThreadId == null && ids.Contains(comment.Id)).ToListAsync(cancel);
        foreach (var comment in moved)
            comment.Passage = passages[comment.Id];
        await write.CommitAsync(cancel);
    }

    private Task<Comment?> ThreadAsync(long articleId, long thread, CancellationToken cancel) =>
        _comments.SingleOrDefaultAsync(comment => comment.Id == thread && comment.ArticleId == articleId && comment.ThreadId == null, cancel);

    private async Task<bool> IsFullAsync(long articleId, CancellationToken cancel) =>
        await _comments.CountAsync(comment => comment.ArticleId == articleId, cancel) >= MaxPerArticle;

    private void Note(string verb, long articleId, string? title) =>
        audit.Note(new AuditNote { Verb = verb, Kind = "article", Id = articleId, Thing = title ?? "" });

    private Task<string?> TitleAsync(long articleId, CancellationToken cancel) =>
        db.Set<Article>().Where(article => article.Id == articleId).Select(article => article.Title).SingleOrDefaultAsync(cancel);
}
