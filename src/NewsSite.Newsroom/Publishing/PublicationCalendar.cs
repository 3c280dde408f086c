using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.FrontPage;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Publishing;

public enum PlanKind
{
    Publish,

    /// <summary>Readers have it already and get the new text.</summary>
    Update,
    Unpublish,
    EmbargoEnds,

    /// <summary>Readers of a language get another arrangement of the front page.</summary>
    FrontPage,
}

/// <summary>Something that comes by itself.</summary>
public sealed record PlanEntry
{
    public required DateTimeOffset At { get; init; }
    public required PlanKind Kind { get; init; }

    /// <summary>0 for a front page.</summary>
    public long ArticleId { get; init; }
    public string Title { get; init; } = "";
    public required string Language { get; init; }

    /// <inheritdoc cref="ArticleId"/>
    public long SectionId { get; init; }
}

/// <summary>What comes: publications, ends, the ends of embargoes that no publication waits for, and front pages.</summary>
public sealed class PublicationCalendar(NewsDb db)
{
    /// <summary>More in one month than anybody reads.</summary>
    private const int Most = 1000;

    /// <summary>In the order of time.</summary>
    /// <param name="from">Included.</param>
    /// <param name="until">Excluded.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<IReadOnlyList<PlanEntry>> BetweenAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancel = default)
    {
        var articles = db.Set<Article>().AsNoTracking();
        var published = await articles.Where(article => article.ScheduledFor >= from && article.ScheduledFor < until)
            .OrderBy(article => article.ScheduledFor).Take(Most)
            .Select(article => new PlanEntry
            {
                At = article.ScheduledFor!.Value,
                Kind = article.State == ArticleState.Published ? PlanKind.Update : PlanKind.Publish,
                ArticleId = article.Id,
                Title = article.Title,
                Language = article.Language,
                SectionId = article.SectionId,
            }).ToListAsync(cancel);
        var ended = await articles.Where(article => article.EndsAt >= from && article.EndsAt < until)
            .OrderBy(article => article.EndsAt).Take(Most)
            .Select(article => new PlanEntry
            {
                At = article.EndsAt!.Value,
                Kind = PlanKind.Unpublish,
                ArticleId = article.Id,
                Title = article.Title,
                Language = article.Language,
                SectionId = article.SectionId,
            }).ToListAsync(cancel);
        var freed = await articles.Where(article => article.EmbargoUntil >= from && article.EmbargoUntil < until
                && article.State != ArticleState.Binned && (article.ScheduledFor == null || article.ScheduledFor != article.EmbargoUntil))
            .OrderBy(article => article.EmbargoUntil).Take(Most)
            .Select(article => new PlanEntry
            {
                At = article.EmbargoUntil!.Value,
                Kind = PlanKind.EmbargoEnds,
                ArticleId = article.Id,
                Title = article.Title,
                Language = article.Language,
                SectionId = article.SectionId,
            }).ToListAsync(cancel);
        // What was shown at once was no plan.
        var fronts = await db.Set<FrontArrangement>().AsNoTracking()
            .Where(arrangement => arrangement.ShowsFrom >= from && arrangement.ShowsFrom < until && arrangement.ShowsFrom > arrangement.MadeAt)
            .OrderBy(arrangement => arrangement.ShowsFrom).Take(Most)
            .Select(arrangement => new PlanEntry { At = arrangement.ShowsFrom, Kind = PlanKind.FrontPage, Language = arrangement.Language }).ToListAsync(cancel);
        return [.. published.Concat(ended).Concat(freed).Concat(fronts).OrderBy(entry => entry.At).ThenBy(entry => entry.ArticleId)];
    }
}
