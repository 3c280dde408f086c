using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Publishing;

/// <summary>
/// Carries out what is ordered about one article, in one write: found, not in the bin, and as whoever orders it saw it. What is
/// refused leaves nothing behind in the context, so that the next order of the same request starts clean.
/// </summary>
public sealed class ArticleOrders(NewsDb db, EditorialDesk desk, AuditTrail trail, PaperClock clock)
{
    public DateTimeOffset Now => clock.Now;

    /// <summary>Writes the audit trail, as part of the order.</summary>
    /// <param name="verb">What was done.</param>
    /// <param name="article">To what.</param>
    /// <param name="details">What else is worth knowing.</param>
    public void Note(string verb, Article article, object? details = null) =>
        trail.Note(new AuditNote { Verb = verb, Kind = article.Kind, Id = article.Id, Thing = article.Title, Details = details });

    /// <param name="order">Which article, by whom.</param>
    /// <param name="act">Changes the article; its problem undoes everything.</param>
    /// <param name="cancel">Ends with the request.</param>
    public Task<PublishingAnswer> CarryOutAsync(PublishingOrder order, Func<Article, WorkingCopy?, Task<PublishingProblem?>> act, CancellationToken cancel = default) =>
        CarryOutAsync(order, act, alsoInBin: false, cancel);

    /// <inheritdoc cref="CarryOutAsync(PublishingOrder, Func{Article, WorkingCopy?, Task{PublishingProblem?}}, CancellationToken)"/>
    /// <param name="alsoInBin">An article in the bin too.</param>
    internal async Task<PublishingAnswer> CarryOutAsync(PublishingOrder order, Func<Article, WorkingCopy?, Task<PublishingProblem?>> act, bool alsoInBin, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var isDone = false;
        try
        {
            // What was read before the write began may be old by now.
            db.ChangeTracker.Clear();
            if (await desk.FindAsync(order.ArticleId, cancel) is not { } article)
                return new PublishingAnswer(null, PublishingProblem.NoArticle);
            var copy = await db.Set<WorkingCopy>().SingleOrDefaultAsync(copy => copy.ArticleId == article.Id, cancel);
            if ((order.SeenVersion ?? article.Version) != article.Version || (order.SeenRevision ?? copy?.Revision ?? 0) != (copy?.Revision ?? 0))
                return new PublishingAnswer(article, PublishingProblem.ChangedMeanwhile);
            if (article.State == ArticleState.Binned && !alsoInBin)
                return new PublishingAnswer(article, PublishingProblem.InBin);
            if (await act(article, copy) is { } problem)
                return new PublishingAnswer(article, problem);
            await write.CommitAsync(cancel);
            isDone = true;
            return new PublishingAnswer(article) { PlannedFor = article.State == ArticleState.Published ? null : article.ScheduledFor };
        }
        catch (DbUpdateConcurrencyException)
        {
            return new PublishingAnswer(null, PublishingProblem.ChangedMeanwhile);
        }
        finally
        {
            if (!isDone)
                db.ChangeTracker.Clear();
        }
    }
}
