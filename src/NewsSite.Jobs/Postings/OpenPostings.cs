using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>What readers may ask of the jobs. Only open ones stand in lists; every language's jobs stand in one list.</summary>
public sealed class OpenPostings(NewsDb db, PaperClock clock)
{
    /// <summary>How many of the newest of a category are looked at for a town.</summary>
    private const int SimilarLooked = 40;

    private IQueryable<Posting> All => db.Set<Posting>().AsNoTracking();

    public Task<ListPage<JobCard>> LatestAsync(int size, ListKey? before = null, CancellationToken cancel = default) =>
        ListAsync(Open(), size, before, cancel);

    /// <summary>Those of these that are open, by id.</summary>
    public async Task<IReadOnlyDictionary<long, JobCard>> OfAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default) =>
        ids.Count == 0 ? new Dictionary<long, JobCard>() : await Open().Where(posting => ids.Contains(posting.Id)).Select(JobCard.Of).ToDictionaryAsync(card => card.Id, cancel);

    /// <summary>Those of these that readers may still look at, though they have ended.</summary>
    public async Task<IReadOnlyDictionary<long, EndedPosting>> EndedAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default)
    {
        var now = clock.Now;
        return ids.Count == 0 ? new Dictionary<long, EndedPosting>() : await All
            .Where(posting => ids.Contains(posting.Id) && posting.PublishedAt != null && (posting.State == PostingState.Closed || (posting.State == PostingState.Published && posting.ClosesAt <= now)))
            .Select(posting => new EndedPosting(posting.Id, posting.Slug, posting.Title, posting.Employer.Name)).ToDictionaryAsync(posting => posting.Id, cancel);
    }

    public Task<ListPage<JobCard>> OfEmployerAsync(long employer, int size, ListKey? before = null, CancellationToken cancel = default) =>
        ListAsync(Open().Where(posting => posting.EmployerId == employer), size, before, cancel);

    /// <summary>The newest open jobs for which all of the filter holds; for the API.</summary>
    public Task<ListPage<JobCard>> MatchingAsync(PostingFilter filter, int size, CancellationToken cancel = default)
    {
        var postings = Open();
        if (filter.Category is { } category)
            postings = postings.Where(posting => posting.CategoryId == category);
        if (filter.Employer is { } employer)
            postings = postings.Where(posting => posting.EmployerId == employer);
        if (filter.Language is { } language)
            postings = postings.Where(posting => posting.Language == language.Code);
        if (filter.Since is { } since)
            postings = postings.Where(posting => posting.PublishedAt >= since);
        return PageAsync(postings, size, filter.Before, cancel);
    }

    /// <summary>The newest open jobs, whole; for feeds.</summary>
    /// <param name="employer">Of that one only; null: of all.</param>
    public async Task<IReadOnlyList<Posting>> NewestAsync(int size, long? employer = null, CancellationToken cancel = default) =>
        await (employer is { } only ? Open().Where(posting => posting.EmployerId == only) : Open()).OrderByDescending(posting => posting.PublishedAt).ThenByDescending(posting => posting.Id).Take(size)
            .Include(posting => posting.Employer).Include(posting => posting.Category).Include(posting => posting.Places)
            .ToListAsync(cancel);

    public Task<int> CountAsync(CancellationToken cancel = default) => Open().CountAsync(cancel);

    /// <summary>
    /// The open jobs of the same category without this one: of the newest those in the same towns first, then the others; filled up with the
    /// newest of all.
    /// </summary>
    public async Task<IReadOnlyList<JobCard>> SimilarAsync(Posting posting, int size, CancellationToken cancel = default)
    {
        var towns = posting.Places.Select(place => place.Town).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var newestAlike = (await PageAsync(Open().Where(other => other.CategoryId == posting.CategoryId && other.Id != posting.Id), SimilarLooked, null, cancel)).Items;
        IReadOnlyList<JobCard> alike = [.. newestAlike.OrderByDescending(card => card.Towns.Any(towns.Contains)).Take(size)];
        if (alike.Count == size)
            return alike;
        var newest = await PageAsync(Open().Where(other => other.Id != posting.Id), size * 2, null, cancel);
        return [.. alike.Concat(newest.Items.Where(card => alike.All(known => known.Id != card.Id))).Take(size)];
    }

    /// <summary>One job that is open or was once; null for those that readers never saw.</summary>
    public Task<Posting?> FindAsync(long id, CancellationToken cancel = default) =>
        All.Include(posting => posting.Employer).Include(posting => posting.Category).Include(posting => posting.Places)
            .SingleOrDefaultAsync(posting => posting.Id == id && posting.PublishedAt != null
                && (posting.State == PostingState.Published || posting.State == PostingState.Closed), cancel);

    /// <summary>Readers saw it once, whatever became of it.</summary>
    public Task<bool> WasShownAsync(long id, CancellationToken cancel = default) => All.AnyAsync(posting => posting.Id == id && posting.PublishedAt != null, cancel);

    public bool IsOpen(Posting posting) =>
        posting.State == PostingState.Published && !(posting.ClosesAt <= clock.Now);

    /// <summary>Open jobs in the order of their ids, whole, for feeds, sitemaps and the API.</summary>
    public async Task<IReadOnlyList<Posting>> AfterAsync(long id, int size, CancellationToken cancel = default) =>
        await Open().Where(posting => posting.Id > id).OrderBy(posting => posting.Id).Take(size)
            .Include(posting => posting.Employer).Include(posting => posting.Category).Include(posting => posting.Places)
            .ToListAsync(cancel);

    internal async Task<IReadOnlyList<JobCard>> TopAsync(int size, CancellationToken cancel = default)
    {
        var now = clock.Now;
        // In the order of the index first: by id, the few Top jobs would be looked for among all jobs.
        var top = await Open().Where(posting => posting.TopUntil > now).OrderByDescending(posting => posting.TopUntil).Take(size).Select(JobCard.Of).ToListAsync(cancel);
        return [.. top.OrderBy(card => card.Id)];
    }

    private IQueryable<Posting> Open()
    {
        var now = clock.Now;
        return All.Where(posting => posting.State == PostingState.Published && (posting.ClosesAt == null || posting.ClosesAt > now));
    }

    /// <summary>A page that readers turn.</summary>
    private static async Task<ListPage<JobCard>> ListAsync(IQueryable<Posting> postings, int size, ListKey? before, CancellationToken cancel) =>
        await PageAsync(postings, size, before, cancel) with
        {
            Newer = await ListPlace.NewerAsync([postings.Select(posting => new ListPlace { At = posting.PublishedAt!.Value, Id = posting.Id })], before, size, cancel),
        };

    private static async Task<ListPage<JobCard>> PageAsync(IQueryable<Posting> postings, int size, ListKey? before, CancellationToken cancel)
    {
        if (before is { } key)
            postings = postings.Where(posting => posting.PublishedAt <= key.At && !(posting.PublishedAt == key.At && posting.Id >= key.Id));
        return ListPage<JobCard>.Of(await postings
            .OrderByDescending(posting => posting.PublishedAt).ThenByDescending(posting => posting.Id)
            .Take(size + 1).Select(JobCard.Of).ToListAsync(cancel), size);
    }
}

/// <summary>As much of an ended job as a list of one's own shows.</summary>
public sealed record EndedPosting(long Id, string Slug, string Title, string Employer);
