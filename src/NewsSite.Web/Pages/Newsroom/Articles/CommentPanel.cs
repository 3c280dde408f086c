using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Comments;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>What the panel beside the editor asks, for whoever asks it.</summary>
internal sealed record CommentPanel(HttpContext Context, CommentDesk Desk, IAntiforgery Antiforgery, IStringLocalizer<Interface> Texts, CancellationToken Cancel)
{
    private CurrentUser Me => Context.CurrentUser();

    private Editor Editor => new(Me.Id, Me.Name);

    public async Task<IResult> ListAsync(long id)
    {
        var threads = await Desk.ListAsync(id, Cancel);
        return TypedResults.Json(new
        {
            threads = threads.Select(Shown),
            mark = CommentMark.Of(threads).ToString(),
            token = Antiforgery.GetAndStoreTokens(Context).RequestToken,
        });
    }

    public async Task<IResult> BeginAsync(long id, CommentRoutes.NewComment said)
    {
        var passage = Passage.Of(said.Words, said.Before, said.After);
        if (CommentDesk.Words(said.Text) is not { Length: > 0 } words || passage.Words.Trim().Length == 0)
            return Unsound();
        return await Desk.BeginAsync(id, words, passage, Editor, Cancel) is null ? Missing() : await ListAsync(id);
    }

    public async Task<IResult> AnswerAsync(long id, long thread, string? said)
    {
        if (CommentDesk.Words(said) is not { Length: > 0 } words)
            return Unsound();
        return await Desk.AnswerAsync(id, thread, words, Editor, Cancel) is null ? Missing() : await ListAsync(id);
    }

    public async Task<IResult> ResolveAsync(long id, long thread, bool isResolved) =>
        await Desk.ResolveAsync(id, thread, isResolved, Editor, Cancel) ? await ListAsync(id) : Missing();

    public async Task<IResult> RemoveAsync(long id, long comment) => await Desk.RemoveAsync(id, comment, Editor, Cancel) switch
    {
        Removal.Done => await ListAsync(id),
        Removal.NotOwn => Results.Problem(statusCode: StatusCodes.Status403Forbidden, detail: Texts["Only whoever wrote it can delete it."]),
        Removal.Answered => Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: Texts["Somebody has answered. Mark it as done instead."]),
        _ => Missing(),
    };

    public async Task<IResult> MoveAsync(long id, IEnumerable<CommentRoutes.MovedPassage> moved)
    {
        var passages = moved.DistinctBy(passage => passage.Id)
            .Select(passage => (passage.Id, Passage: Passage.Of(passage.Words, passage.Before, passage.After)))
            .Where(passage => passage.Passage.Words.Length > 0).ToDictionary(passage => passage.Id, passage => passage.Passage);
        await Desk.MoveAsync(id, passages, Cancel);
        return await ListAsync(id);
    }

    private object Shown(CommentThread thread) => new
    {
        thread.Comment.Id,
        thread.Comment.Text,
        thread.Comment.At,
        by = thread.Comment.ByName,
        own = thread.Comment.ById == Me.Id,
        thread.Comment.Quote,
        passage = new { thread.Comment.Passage.Words, thread.Comment.Passage.Before, thread.Comment.Passage.After },
        resolved = thread.Comment.ResolvedAt is { } at ? new { at, by = thread.Comment.ResolvedByName } : null,
        answers = thread.Answers.Select(answer => new { answer.Id, answer.Text, answer.At, by = answer.ByName, own = answer.ById == Me.Id }),
    };

    private IResult Unsound() => Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: Texts["Write something of at most {0} letters about some words of the text.", Comment.MaxText]);

    private IResult Missing() => Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: Texts["The comment or its article is no longer there. Load the page again."]);
}
