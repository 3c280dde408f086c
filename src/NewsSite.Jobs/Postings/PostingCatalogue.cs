using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>As much of an open job as its address and a sitemap need.</summary>
public sealed record PostingEntry(long Id, string Language, string Slug, DateTimeOffset ModifiedAt);

/// <summary>An employer with open jobs, and when the newest came.</summary>
public sealed record EmployerListing(long Id, string Slug, DateTimeOffset NewestAt);

/// <summary>All open jobs, for sitemaps: read in the order of ids, in parts that are ranges of ids.</summary>
public sealed class PostingCatalogue(NewsDb db, PaperClock clock)
{
    /// <summary>The parts that hold an open job.</summary>
    public async Task<IReadOnlyList<CataloguePart>> PartsAsync(int size, CancellationToken cancel = default) =>
        await Open().GroupBy(posting => posting.Id / size).OrderBy(part => part.Key)
            .Select(part => new CataloguePart(part.Key, part.Max(posting => posting.ModifiedAt))).ToListAsync(cancel);

    /// <summary>The next open jobs of a range, after an id in it.</summary>
    public async Task<IReadOnlyList<PostingEntry>> EntriesAsync(IdRange range, long after, int take, CancellationToken cancel = default) =>
        await Open().Where(posting => posting.Id > after && posting.Id >= range.From && posting.Id < range.To).OrderBy(posting => posting.Id).Take(take)
            .Select(posting => new PostingEntry(posting.Id, posting.Language, posting.Slug, posting.ModifiedAt)).ToListAsync(cancel);

    /// <summary>The parts of the employers who have open jobs.</summary>
    public async Task<IReadOnlyList<CataloguePart>> EmployerPartsAsync(int size, CancellationToken cancel = default) =>
        await Open().GroupBy(posting => posting.EmployerId / size).OrderBy(part => part.Key)
            .Select(part => new CataloguePart(part.Key, part.Max(posting => posting.PublishedAt)!.Value)).ToListAsync(cancel);

    public async Task<IReadOnlyList<EmployerListing>> EmployersAsync(IdRange range, CancellationToken cancel = default) =>
        await Open().Where(posting => posting.EmployerId >= range.From && posting.EmployerId < range.To)
            .GroupBy(posting => new { posting.EmployerId, posting.Employer.Slug }).OrderBy(group => group.Key.EmployerId)
            .Select(group => new EmployerListing(group.Key.EmployerId, group.Key.Slug, group.Max(posting => posting.PublishedAt)!.Value)).ToListAsync(cancel);

    /// <summary>When the list of open jobs last changed: a job came, was changed, was closed or reached its end.</summary>
    public async Task<DateTimeOffset?> ModifiedAtAsync(CancellationToken cancel = default)
    {
        var now = clock.Now;
        var seen = db.Set<Posting>().Where(posting => posting.PublishedAt != null);
        var changed = await seen.MaxAsync(posting => (DateTimeOffset?)posting.ModifiedAt, cancel);
        var ended = await seen.Where(posting => posting.ClosesAt <= now).MaxAsync(posting => posting.ClosesAt, cancel);
        return ended > changed || changed is null ? ended : changed;
    }

    private IQueryable<Posting> Open()
    {
        var now = clock.Now;
        return db.Set<Posting>().AsNoTracking()
            .Where(posting => posting.State == PostingState.Published && (posting.ClosesAt == null || posting.ClosesAt > now));
    }
}
