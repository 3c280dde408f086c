using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Publishing;

/// <summary>An article in the bin.</summary>
public sealed record BinnedArticle
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string Language { get; init; }
    public required long SectionId { get; init; }
    public required DateTimeOffset BinnedAt { get; init; }
    public required string BinnedByName { get; init; }
    public required bool WasPublished { get; init; }
    public required int Version { get; init; }

    public ListKey Key => new(BinnedAt, Id);

    /// <summary>When it is removed for good.</summary>
    public DateTimeOffset EndsAt => BinnedAt + RecycleBin.Kept;
}

/// <summary>
/// Where articles lie that nobody wants: out of sight, with all that belongs to them, for 30 days. Then text, versions and
/// comments are removed; pictures stay in the library, and readers still get a 410.
/// </summary>
public sealed class RecycleBin(NewsDb db, ArticleOrders orders)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>How many are removed before the database is let go for others.</summary>
    private const int Batch = 100;

    /// <summary>The last to come first.</summary>
    public async Task<ListPage<BinnedArticle>> ListAsync(int size, ListKey? before = null, CancellationToken cancel = default)
    {
        // Nothing else has such a time, and the index of it holds nothing else.
        var binned = db.Set<Article>().AsNoTracking().Where(article => article.BinnedAt != null);
        if (before is { } key)
            binned = binned.Where(article => article.BinnedAt <= key.At && !(article.BinnedAt == key.At && article.Id >= key.Id));
        return ListPage<BinnedArticle>.Of(await binned.OrderByDescending(article => article.BinnedAt).ThenByDescending(article => article.Id).Take(size + 1)
            .Select(article => new BinnedArticle
            {
                Id = article.Id,
                Title = article.Title,
                Language = article.Language,
                SectionId = article.SectionId,
                BinnedAt = article.BinnedAt!.Value,
                BinnedByName = article.BinnedByName,
                WasPublished = article.PublishedAt != null,
                Version = article.Version,
            }).ToListAsync(cancel), size);
    }

    /// <summary>Out of sight: readers get a 410, or what its address was to lead to.</summary>
    public Task<PublishingAnswer> PutAsync(PublishingOrder order, CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, (article, _) =>
        {
            orders.Note("bin", article, new { before = article.State.ToString() });
            article.PutIntoBin(order.By, orders.Now);
            db.Note(article);
            return Task.FromResult<PublishingProblem?>(null);
        }, cancel);

    /// <summary>Back to the desk; readers see it again when somebody publishes it.</summary>
    public Task<PublishingAnswer> RestoreAsync(PublishingOrder order, CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, (article, _) =>
        {
            if (article.State != ArticleState.Binned)
                return Task.FromResult<PublishingProblem?>(PublishingProblem.NotInBin);
            article.TakeOutOfBin(orders.Now);
            db.Note(article);
            orders.Note("restore", article);
            return Task.FromResult<PublishingProblem?>(null);
        }, alsoInBin: true, cancel);

    /// <summary>Removes it for good.</summary>
    public Task<PublishingAnswer> RemoveAsync(PublishingOrder order, CancellationToken cancel = default) =>
        orders.CarryOutAsync(order, async (article, copy) =>
        {
            if (article.State != ArticleState.Binned)
                return PublishingProblem.NotInBin;
            await RemoveAsync(article, copy, cancel);
            return null;
        }, alsoInBin: true, cancel);

    /// <summary>Removes what has lain its time.</summary>
    /// <returns>How many.</returns>
    public async Task<int> CleanAsync(CancellationToken cancel = default)
    {
        var removed = 0;
        var until = orders.Now - Kept;
        for (var after = 0L; ;)
        {
            var ids = await db.Set<Article>().Where(article => article.State == ArticleState.Binned && article.BinnedAt <= until && article.Id > after)
                .OrderBy(article => article.Id).Select(article => article.Id).Take(Batch).ToListAsync(cancel);
            foreach (var id in ids)
            {
                if ((await RemoveAsync(new PublishingOrder { ArticleId = id, By = Editor.Paper }, cancel)).IsDone)
                    removed++;
            }
            if (ids.Count < Batch)
                return removed;
            after = ids[^1];
        }
    }

    private async Task RemoveAsync(Article article, WorkingCopy? copy, CancellationToken cancel)
    {
        if (article.PublishedAt is not null)
            db.Add(new RemovedArticle { ArticleId = article.Id, MovedTo = article.MovedTo, RemovedAt = orders.Now });
        db.Note(article);
        orders.Note("remove for good", article, new { binned = article.BinnedAt, by = article.BinnedByName });
        // The database removes with it what belongs to it: versions, working copy, comments.
        foreach (var part in article.Bylines.Concat<object>(article.Tags).Append(article))
            db.Entry(part).State = EntityState.Detached;
        if (copy is not null)
            db.Entry(copy).State = EntityState.Detached;
        await db.Set<Article>().Where(known => known.Id == article.Id).ExecuteDeleteAsync(cancel);
    }
}
