using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;

namespace NewsSite.Jobs.Applications;

/// <summary>Which applications of a company are asked for; what is null asks nothing.</summary>
public sealed record InboxFilter
{
    public required long EmployerId { get; init; }
    public long? PostingId { get; init; }
    public ApplicationState? State { get; init; }
    public ListKey? Before { get; init; }
}

/// <summary>An application in the list.</summary>
public sealed record InboxItem
{
    public required long Id { get; init; }
    public required string Job { get; init; }
    public required string Name { get; init; }
    public required ApplicationState State { get; init; }
    public required bool IsConfirmed { get; init; }
    public required bool IsWithdrawn { get; init; }
    public required bool HasCv { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    public ListKey Key => new(ReceivedAt, Id);
}

/// <summary>A job for which somebody has applied.</summary>
public sealed record InboxJob(long Id, string Title, string Reference);

/// <summary>What a company sees of its applications. Every question names the company; who may ask for it is settled before.</summary>
public sealed class Inbox(NewsDb db)
{
    /// <summary>In a list to choose from; the newest.</summary>
    private const int MostJobs = 200;

    /// <summary>The newest first.</summary>
    public async Task<ListPage<InboxItem>> PageAsync(InboxFilter filter, int size, CancellationToken cancel = default)
    {
        var all = Of(filter);
        var page = ListPage<InboxItem>.Of(await Before(all, filter.Before).OrderByDescending(application => application.ReceivedAt).ThenByDescending(application => application.Id).Take(size + 1).Select(application => new InboxItem
        {
            Id = application.Id,
            Job = application.Posting.Title,
            Name = application.Name,
            State = application.State,
            IsConfirmed = application.ConfirmedAt != null,
            IsWithdrawn = application.WithdrawnAt != null,
            HasCv = application.CvFile != "",
            ReceivedAt = application.ReceivedAt,
        }).ToListAsync(cancel), size);
        return page with { Newer = await ListPlace.NewerAsync([all.Select(application => new ListPlace { At = application.ReceivedAt, Id = application.Id })], filter.Before, size, cancel) };
    }

    /// <summary>How many there are in each state.</summary>
    public async Task<IReadOnlyDictionary<ApplicationState, int>> CountAsync(long employer, long? posting, CancellationToken cancel = default) =>
        await Of(new InboxFilter { EmployerId = employer, PostingId = posting }).GroupBy(application => application.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    /// <summary>The jobs for which somebody has applied, the newest first.</summary>
    public async Task<IReadOnlyList<InboxJob>> JobsAsync(long employer, CancellationToken cancel = default) =>
        await db.Set<Posting>().Where(posting => posting.EmployerId == employer && db.Set<Application>().Any(application => application.PostingId == posting.Id))
            .OrderByDescending(posting => posting.Id).Take(MostJobs).Select(posting => new InboxJob(posting.Id, posting.Title, posting.Reference)).ToListAsync(cancel);

    /// <summary>One of that company's, with its job; null for those of others.</summary>
    public Task<Application?> FindAsync(long employer, long id, CancellationToken cancel = default) =>
        db.Set<Application>().AsNoTracking().Include(application => application.Posting).ThenInclude(posting => posting.Employer)
            .SingleOrDefaultAsync(application => application.Id == id && application.EmployerId == employer, cancel);

    /// <summary>What happened with it, the newest first.</summary>
    public async Task<IReadOnlyList<ApplicationEntry>> EntriesAsync(Application application, CancellationToken cancel = default) =>
        await db.Set<ApplicationEntry>().AsNoTracking().Where(entry => entry.ApplicationId == application.Id).OrderByDescending(entry => entry.Id).ToListAsync(cancel);

    /// <summary>The same applications whole, the oldest first, some at a time; for exports.</summary>
    internal async Task<IReadOnlyList<Application>> AfterAsync(InboxFilter filter, long after, int size, CancellationToken cancel) =>
        await Of(filter).Where(application => application.Id > after).OrderBy(application => application.Id).Take(size).Include(application => application.Posting).ToListAsync(cancel);

    private IQueryable<Application> Of(InboxFilter filter)
    {
        var all = db.Set<Application>().AsNoTracking().Where(application => application.EmployerId == filter.EmployerId);
        if (filter.PostingId is { } posting)
            all = all.Where(application => application.PostingId == posting);
        if (filter.State is { } state)
            all = all.Where(application => application.State == state);
        return all;
    }

    private static IQueryable<Application> Before(IQueryable<Application> all, ListKey? before) => before is { } key
        ? all.Where(application => application.ReceivedAt <= key.At && !(application.ReceivedAt == key.At && application.Id >= key.Id))
        : all;
}
