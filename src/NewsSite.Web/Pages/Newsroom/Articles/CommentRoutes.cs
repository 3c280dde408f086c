using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Comments;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>Comments on the passages of an article, for the panel beside the editor. Every answer brings all of them: they are few.</summary>
public static class CommentRoutes
{
    /// <summary>So many passages are told in one request.</summary>
    private const int MaxPassages = CommentDesk.MaxPerArticle;

    public static void MapComments(this RouteGroupBuilder newsroom)
    {
        var comments = newsroom.MapGroup("/articles/{id:long}/comments").RequireAuthorization(Policies.Write).AddEndpointFilter(RefuseStrangersAsync);
        comments.MapGet("", (long id, [AsParameters] CommentPanel panel) => panel.ListAsync(id));
        comments.MapPost("", BeginAsync);
        comments.MapPost("/{thread:long}/answers", AnswerAsync);
        comments.MapPut("/{thread:long}/resolved", (long id, long thread, [AsParameters] CommentPanel panel) => panel.ResolveAsync(id, thread, isResolved: true));
        comments.MapDelete("/{thread:long}/resolved", (long id, long thread, [AsParameters] CommentPanel panel) => panel.ResolveAsync(id, thread, isResolved: false));
        comments.MapDelete("/{comment:long}", (long id, long comment, [AsParameters] CommentPanel panel) => panel.RemoveAsync(id, comment));
        comments.MapPut("/passages", MoveAsync);
    }

    /// <summary>Who may not see the article does not see what is said about it.</summary>
    private static async ValueTask<object?> RefuseStrangersAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var (context, id) = (call.HttpContext, call.GetArgument<long>(0));
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<Interface>>();
        var article = await context.RequestServices.GetRequiredService<DeskArticles>().FindAsync(id, context.RequestAborted);
        if (article is null)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: texts["This article is not there any more."]);
        return context.CurrentUser().MaySee(article)
            ? await next(call)
            : Results.Problem(statusCode: StatusCodes.Status403Forbidden, detail: texts["Somebody else writes this article."]);
    }

    private static Task<IResult> BeginAsync(long id, NewComment said, [AsParameters] CommentPanel panel) =>
        panel.BeginAsync(id, said);

    private static Task<IResult> AnswerAsync(long id, long thread, NewComment said, [AsParameters] CommentPanel panel) =>
        panel.AnswerAsync(id, thread, said.Text);

    private static Task<IResult> MoveAsync(long id, MovedPassages moved, [AsParameters] CommentPanel panel) =>
        panel.MoveAsync(id, moved.Passages?.Take(MaxPassages) ?? []);

    /// <summary>As the panel sends it; of an answer only the text counts.</summary>
    internal sealed record NewComment(string? Text, string? Words, string? Before, string? After);

    internal sealed record MovedPassages(IReadOnlyList<MovedPassage>? Passages);

    internal sealed record MovedPassage(long Id, string? Words, string? Before, string? After);
}
