using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Publishing;

/// <summary>
/// Shows articles to readers, now or at a time, and takes them away again. Every method saves its own write with its line of
/// the audit trail; what is refused changes nothing.
/// </summary>
public sealed class PublishingDesk(NewsDb db, ArticleOrders orders, WritingDesk writing, PublicationCheck check)
{
    /// <summary>Shows the working copy to readers. Under embargo it is planned for the embargo's end instead.</summary>
    /// <param name="order">Which article, by whom.</param>
    /// <param name="publication">How it is told to readers who have the article already.</param>
    /// <param name="correction">What was wrong before; empty: nothing is said.</param>
    /// <param name="cancel">Ends with the request.</param>
    public Task<PublishingAnswer> PublishAsync(PublishingOrder order, Publication publication, string correction = "", CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, async (article, copy) =>
        {
            if (await check.ProblemAsync(article, copy, cancel) is { } problem)
                return problem;
            if (article.IsUnderEmbargo(orders.Now))
            {
                article.Schedule(article.EmbargoUntil!.Value, publication, order.By);
                orders.Note("schedule", article, new { at = article.ScheduledFor, because = "embargo" });
                return null;
            }
            var wasPublished = article.State == ArticleState.Published;
            if (!await writing.ReleaseAsync(article, publication, order.By, null, cancel))
                return PublishingProblem.NothingWritten;
            if (wasPublished && correction.Trim().Length > 0)
                Correct(article, correction, order.By);
            orders.Note(Verb(wasPublished, publication), article, new { version = article.PublishedNumber });
            return null;
        }, cancel);

    /// <summary>Plans the publication of the working copy as it stands at that time.</summary>
    public Task<PublishingAnswer> ScheduleAsync(PublishingOrder order, DateTimeOffset at, Publication publication, CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, async (article, copy) =>
        {
            if (at <= orders.Now)
                return PublishingProblem.TimePassed;
            if (article.EndsAt <= at || article.EndsAt <= article.EmbargoUntil)
                return PublishingProblem.EndsBeforeStart;
            if (await check.ProblemAsync(article, copy, cancel) is { } problem)
                return problem;
            article.Schedule(at, publication, order.By);
            orders.Note("schedule", article, new { at = article.ScheduledFor });
            return null;
        }, cancel);

    public Task<PublishingAnswer> UnscheduleAsync(PublishingOrder order, CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, (article, _) =>
        {
            orders.Note("unschedule", article, new { at = article.ScheduledFor });
            article.Unschedule();
            return Task.FromResult<PublishingProblem?>(null);
        }, cancel);

    /// <param name="order">Which article, by whom.</param>
    /// <param name="until">Null: the embargo is lifted.</param>
    /// <param name="cancel">Ends with the request.</param>
    public Task<PublishingAnswer> EmbargoAsync(PublishingOrder order, DateTimeOffset? until, CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, (article, _) => Task.FromResult(Embargo(article, until)), cancel);

    /// <summary>Takes an article from readers.</summary>
    /// <param name="order">Which article, by whom.</param>
    /// <param name="movedTo">The path on this site that its address leads to; empty: it answers 410.</param>
    /// <param name="cancel">Ends with the request.</param>
    public Task<PublishingAnswer> UnpublishAsync(PublishingOrder order, string movedTo = "", CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, async (article, _) =>
        {
            if (article.State != ArticleState.Published)
                return PublishingProblem.NotPublic;
            if (await check.TargetProblemAsync(article, movedTo, cancel) is { } problem)
                return problem;
            article.Unpublish(movedTo, orders.Now);
            db.Note(article);
            orders.Note("unpublish", article, new { movedTo });
            return null;
        }, cancel);

    /// <summary>Plans when the article is taken from readers.</summary>
    /// <param name="order">Which article, by whom.</param>
    /// <param name="at">Null: it stays.</param>
    /// <param name="movedTo">As for <see cref="UnpublishAsync"/>.</param>
    /// <param name="cancel">Ends with the request.</param>
    public Task<PublishingAnswer> EndAsync(PublishingOrder order, DateTimeOffset? at, string movedTo = "", CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, async (article, _) =>
        {
            if (at <= orders.Now)
                return PublishingProblem.TimePassed;
            if (at <= article.ScheduledFor || at <= article.EmbargoUntil)
                return PublishingProblem.EndsBeforeStart;
            if (at is not null && await check.TargetProblemAsync(article, movedTo, cancel) is { } problem)
                return problem;
            article.EndAt(at, at is null ? "" : movedTo);
            orders.Note(at is null ? "keep" : "plan end", article, new { at, movedTo });
            return null;
        }, cancel);

    /// <summary>Chooses where the address of an article that readers do not see any more leads to.</summary>
    public Task<PublishingAnswer> MoveAsync(PublishingOrder order, string movedTo, CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, async (article, _) =>
        {
            if (article.State != ArticleState.Unpublished)
                return PublishingProblem.AlreadyPublic;
            if (await check.TargetProblemAsync(article, movedTo, cancel) is { } problem)
                return problem;
            article.EndAt(null, movedTo);
            db.Note(article);
            orders.Note("move", article, new { movedTo });
            return null;
        }, cancel);

    /// <summary>Tells readers of a published article what was wrong in it.</summary>
    public Task<PublishingAnswer> CorrectAsync(PublishingOrder order, string text, CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, (article, _) =>
        {
            if (text.Trim().Length is 0 or > Correction.MaxText)
                return Task.FromResult<PublishingProblem?>(PublishingProblem.EmptyCorrection);
            if (article.State != ArticleState.Published)
                return Task.FromResult<PublishingProblem?>(PublishingProblem.NotPublic);
            Correct(article, text, order.By);
            article.MarkUpdated(orders.Now);
            db.Note(article);
            return Task.FromResult<PublishingProblem?>(null);
        }, cancel);

    /// <param name="order">Which article, by whom.</param>
    /// <param name="place">The correction's place in the article's list, from 0.</param>
    /// <param name="cancel">Ends with the request.</param>
    public Task<PublishingAnswer> TakeBackCorrectionAsync(PublishingOrder order, int place, CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, (article, _) =>
        {
            if (place < 0 || place >= article.Corrections.Count || article.Corrections[place].TakenBackAt is not null)
                return Task.FromResult<PublishingProblem?>(PublishingProblem.EmptyCorrection);
            orders.Note("take back correction", article, new { text = article.Corrections[place].Text });
            article.TakeBack(article.Corrections[place], orders.Now);
            db.Note(article);
            return Task.FromResult<PublishingProblem?>(null);
        }, cancel);

    private PublishingProblem? Embargo(Article article, DateTimeOffset? until)
    {
        if (until is not null && article.State == ArticleState.Published)
            return PublishingProblem.AlreadyPublic;
        if (until <= orders.Now)
            return PublishingProblem.TimePassed;
        if (article.EndsAt <= until)
            return PublishingProblem.EndsBeforeStart;
        orders.Note(until is null ? "lift embargo" : "embargo", article, new { until, before = article.EmbargoUntil });
        article.PlaceUnderEmbargo(until);
        return null;
    }

    private void Correct(Article article, string text, Editor by)
    {
        article.Correct(text.Trim(), by, orders.Now);
        orders.Note("correct", article, new { text = text.Trim(), version = article.PublishedNumber });
    }

    private static string Verb(bool wasPublished, Publication publication) =>
        !wasPublished ? "publish" : publication == Publication.Update ? "update" : "minor edit";
}
