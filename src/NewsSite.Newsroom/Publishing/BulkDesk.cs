using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Publishing;

public enum BulkAct
{
    Publish,
    Unpublish,
    Tag,
    Section,
    Bin,
}

/// <summary>The same for many articles.</summary>
public sealed record BulkOrder
{
    /// <summary>As many as a page of a list holds, and more.</summary>
    public const int Most = 200;

    public required BulkAct Act { get; init; }
    public required IReadOnlyList<long> Ids { get; init; }
    public required Editor By { get; init; }

    /// <summary>The tag to add or the section to file under.</summary>
    public long Value { get; init; }
}

/// <summary>What came of it for one of them.</summary>
public sealed record BulkResult(long ArticleId, string Title, PublishingProblem? Problem)
{
    /// <summary>It waits for its embargo to end.</summary>
    public DateTimeOffset? PlannedFor { get; init; }
}

/// <summary>Does the same with many articles: each with its own checks and its own write, so that one that is refused stops no other.</summary>
public sealed class BulkDesk(NewsDb db, ArticleOrders orders, PublishingDesk desk, RecycleBin bin)
{
    public async Task<IReadOnlyList<BulkResult>> CarryOutAsync(BulkOrder bulk, CancellationToken cancel = default)
    {
        var ids = bulk.Ids.Distinct().Take(BulkOrder.Most).ToArray();
        var titles = await db.Set<Article>().AsNoTracking().Where(article => ids.Contains(article.Id))
            .Select(article => new { article.Id, article.Title }).ToDictionaryAsync(article => article.Id, article => article.Title, cancel);
        var results = new List<BulkResult>();
        foreach (var id in ids)
        {
            var answer = await CarryOutAsync(bulk, new PublishingOrder { ArticleId = id, By = bulk.By }, cancel);
            results.Add(new BulkResult(id, answer.Article?.Title ?? titles.GetValueOrDefault(id) ?? "", answer.Problem) { PlannedFor = bulk.Act == BulkAct.Publish ? answer.PlannedFor : null });
        }
        return results;
    }

    private Task<PublishingAnswer> CarryOutAsync(BulkOrder bulk, PublishingOrder order, CancellationToken cancel) => bulk.Act switch
    {
        BulkAct.Publish => desk.PublishAsync(order, Publication.Update, cancel: cancel),
        BulkAct.Unpublish => desk.UnpublishAsync(order, cancel: cancel),
        BulkAct.Bin => bin.PutAsync(order, cancel),
        BulkAct.Tag => orders.CarryOutAsync(order, (article, copy) => TagAsync(article, copy, bulk, cancel), cancel),
        _ => orders.CarryOutAsync(order, (article, copy) => FileAsync(article, copy, bulk, cancel), cancel),
    };

    /// <summary>Adds the tag to what readers see and to what is being written, so that the next publication does not lose it.</summary>
    private async Task<PublishingProblem?> TagAsync(Article article, WorkingCopy? copy, BulkOrder bulk, CancellationToken cancel)
    {
        if (await db.Set<Tag>().AsNoTracking().SingleOrDefaultAsync(tag => tag.Id == bulk.Value, cancel) is not { } tag)
            return PublishingProblem.NoSuchTag;
        article.TaggedWith([.. article.Tags.Select(known => known.TagId), tag.Id]);
        if (copy is not null && !copy.TagIds.Contains(tag.Id))
            copy.Save(copy.Content with { TagIds = [.. copy.TagIds, tag.Id] }, bulk.By, orders.Now);
        db.Note(article);
        orders.Note("tag", article, new { tag = tag.Slug });
        return null;
    }

    private async Task<PublishingProblem?> FileAsync(Article article, WorkingCopy? copy, BulkOrder bulk, CancellationToken cancel)
    {
        if (await db.Set<Section>().SingleOrDefaultAsync(section => section.Id == bulk.Value, cancel) is not { } section)
            return PublishingProblem.NoSection;
        orders.Note("file", article, new { before = article.Section.Slug, section = section.Slug });
        article.File(section, orders.Now);
        if (copy is not null)
            copy.Save(copy.Content with { SectionId = section.Id }, bulk.By, orders.Now);
        db.Note(article);
        return null;
    }
}
