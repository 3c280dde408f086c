using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>A posting as its employer's list shows it.</summary>
public sealed record OwnPosting
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required string Language { get; init; }
    public required PostingState State { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? PublishedAt { get; init; }
    public required DateTimeOffset? ClosesAt { get; init; }

    public ListKey Key => new(CreatedAt, Id);
}

/// <summary>What an employer sees of its own postings, and what it does with them. Who may is settled before.</summary>
public sealed class EmployerPostings(NewsDb db, PostingHandOver handOver, PaperClock clock, AuditTrail audit)
{
    /// <summary>The newest first.</summary>
    public async Task<ListPage<OwnPosting>> PageAsync(long employer, int size, ListKey? before = null, CancellationToken cancel = default)
    {
        var postings = db.Set<Posting>().AsNoTracking().Where(posting => posting.EmployerId == employer);
        if (before is { } key)
            postings = postings.Where(posting => posting.CreatedAt <= key.At && !(posting.CreatedAt == key.At && posting.Id >= key.Id));
        return ListPage<OwnPosting>.Of(await postings.OrderByDescending(posting => posting.CreatedAt).ThenByDescending(posting => posting.Id).Take(size + 1).Select(posting => new OwnPosting
        {
            Id = posting.Id,
            Title = posting.Title,
            Slug = posting.Slug,
            Language = posting.Language,
            State = posting.State,
            CreatedAt = posting.CreatedAt,
            PublishedAt = posting.PublishedAt,
            ClosesAt = posting.ClosesAt,
        }).ToListAsync(cancel), size);
    }

    /// <summary>One of that employer's, whole; null for those of others.</summary>
    public Task<Posting?> FindAsync(long employer, long id, CancellationToken cancel = default) =>
        db.Set<Posting>().Include(posting => posting.Employer).Include(posting => posting.Category).Include(posting => posting.Places)
            .SingleOrDefaultAsync(posting => posting.Id == id && posting.EmployerId == employer, cancel);

    /// <summary>A new one, handed in at once, inside the caller's write; it has its id afterwards.</summary>
    /// <param name="order">What is ordered with it, before anything may let it through.</param>
    public async Task<Posting> HandInAsync(long employer, PostingContent content, long by, Func<Posting, Task>? order = null, CancellationToken cancel = default)
    {
        var posting = await StartAsync(employer, content, cancel);
        await db.SaveChangesAsync(cancel);
        if (order is not null)
            await order(posting);
        await handOver.ToDeskAsync(posting, by, cancel);
        await db.SaveChangesAsync(cancel);
        audit.Note(new AuditNote { Verb = "hand in", Kind = posting.Kind, Id = posting.Id, Thing = posting.Title });
        return posting;
    }

    /// <summary>A new draft; pending.</summary>
    internal async Task<Posting> StartAsync(long employer, PostingContent content, CancellationToken cancel)
    {
        var posting = new Posting
        {
            Employer = await db.Set<Employer>().SingleAsync(known => known.Id == employer, cancel),
            Language = content.Language,
            Title = content.Title,
            Slug = "",
            CreatedAt = clock.Now,
        };
        await WriteAsync(posting, content, cancel);
        posting.Touch(clock.Now);
        db.Add(posting);
        return posting;
    }

    /// <summary>Writes what the employer says into a posting; pending.</summary>
    internal async Task WriteAsync(Posting posting, PostingContent content, CancellationToken cancel)
    {
        content.ApplyTo(posting);
        posting.Category = content.Category is { } slug ? await db.Set<Category>().SingleOrDefaultAsync(category => category.Slug == slug, cancel) : null;
    }
}
