using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Publishing;

/// <summary>
/// Carries out what was planned: asked every few seconds, it finds by query what is due, however long ago. Each article has its own
/// write and looks again inside it, so one that fails holds up no other and two nodes cannot do it twice.
/// </summary>
public sealed partial class DueArticles(NewsDb db, ArticleOrders orders, WritingDesk writing, PublicationCheck check, PlanReports reports, ILogger<DueArticles> logger)
{
    /// <summary>Up to this late an article carries the planned minute; when the program was stopped, the time at which readers got it.</summary>
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(1);

    private const int Most = 200;

    private DateTimeOffset Now => orders.Now;

    public async Task<bool> IsAnyAsync(CancellationToken cancel = default)
    {
        var now = Now;
        return await db.Set<Article>().AnyAsync(article => article.ScheduledFor <= now, cancel)
            || await db.Set<Article>().AnyAsync(article => article.EndsAt <= now && article.State == ArticleState.Published, cancel);
    }

    public async Task CarryOutAsync(CancellationToken cancel = default)
    {
        var now = Now;
        var due = await db.Set<Article>().Where(article => article.ScheduledFor <= now).OrderBy(article => article.ScheduledFor)
            .Select(article => article.Id).Take(Most).ToListAsync(cancel);
        foreach (var id in due)
            await TryAsync(id, PublishAsync, cancel);
        var ending = await db.Set<Article>().Where(article => article.EndsAt <= now && article.State == ArticleState.Published).OrderBy(article => article.EndsAt)
            .Select(article => article.Id).Take(Most).ToListAsync(cancel);
        foreach (var id in ending)
            await TryAsync(id, EndAsync, cancel);
    }

    private async Task TryAsync(long id, Func<Article, WorkingCopy?, CancellationToken, Task> act, CancellationToken cancel)
    {
        try
        {
            await orders.CarryOutAsync(new PublishingOrder { ArticleId = id, By = Editor.Paper }, async (article, copy) =>
            {
                await act(article, copy, cancel);
                return null;
            }, cancel);
        }
        catch (Exception exception) when (exception is InvalidOperationException or DbUpdateException)
        {
            LogFailed(logger, exception, id);
        }
    }

    private async Task PublishAsync(Article article, WorkingCopy? copy, CancellationToken cancel)
    {
        // Somebody changed the plan between the look and the write.
        if (article.ScheduledFor is not { } planned || planned > Now)
            return;
        var problem = article.IsUnderEmbargo(Now) ? PublishingProblem.TimePassed
            : article.EndsAt <= Now ? PublishingProblem.MissedWholly
            : await check.ProblemAsync(article, copy, cancel);
        var (publication, by) = (article.ScheduledAs, new Editor(article.ScheduledById, article.ScheduledByName));
        if (problem is null)
        {
            await writing.ReleaseAsync(article, publication, by, Now - planned <= OnTime ? planned : null, cancel);
            orders.Note("publish as planned", article, new { planned, by = by.Name, version = article.PublishedNumber });
            return;
        }
        article.Unschedule(problem);
        orders.Note("could not publish as planned", article, new { planned, by = by.Name, problem = problem.ToString() });
        await reports.FailedAsync(article, planned, copy?.Title ?? article.Title, problem.Value, cancel);
    }

    private async Task EndAsync(Article article, WorkingCopy? copy, CancellationToken cancel)
    {
        if (article.State != ArticleState.Published || article.EndsAt > Now)
            return;
        // What it was to lead to may be gone by now.
        var movedTo = await check.TargetProblemAsync(article, article.MovedTo, cancel) is null ? article.MovedTo : "";
        orders.Note("unpublish as planned", article, new { planned = article.EndsAt, movedTo });
        article.Unpublish(movedTo, Now);
        db.Note(article);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was planned for article {Id} failed; it is tried again in a moment")]
    private static partial void LogFailed(ILogger logger, Exception exception, long id);
}
