using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Payments;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;

namespace NewsSite.Jobs.Orders;

/// <summary>A company in the desk's lists.</summary>
/// <param name="Jobs">Its published postings.</param>
/// <param name="Owed">Of its open orders, in cents.</param>
public sealed record EmployerRow(long Id, string Name, DateTimeOffset CreatedAt, int Jobs, long Owed);

/// <summary>A posting in the desk's lists.</summary>
public sealed record PostingRow
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string Language { get; init; }
    public required string Slug { get; init; }
    public required long EmployerId { get; init; }
    public required string Employer { get; init; }
    public required PostingState State { get; init; }
    public required DateTimeOffset? PublishedAt { get; init; }
    public required DateTimeOffset? ClosesAt { get; init; }
    public required DateTimeOffset? TopUntil { get; init; }

    internal static readonly Expression<Func<Posting, PostingRow>> Of = posting => new PostingRow
    {
        Id = posting.Id,
        Title = posting.Title,
        Language = posting.Language,
        Slug = posting.Slug,
        EmployerId = posting.EmployerId,
        Employer = posting.Employer.Name,
        State = posting.State,
        PublishedAt = posting.PublishedAt,
        ClosesAt = posting.ClosesAt,
        TopUntil = posting.TopUntil,
    };
}

/// <summary>What the desk found: companies, postings and orders, the newest of each.</summary>
public sealed record DeskFound(IReadOnlyList<EmployerRow> Employers, IReadOnlyList<PostingRow> Postings, IReadOnlyList<OrderRow> Orders)
{
    public bool IsNothing => Employers.Count + Postings.Count + Orders.Count == 0;
}

/// <summary>The desk looks for companies, postings and orders by any part of their names; the newest first. Each question runs through one narrow index.</summary>
public sealed class DeskSearch(NewsDb db)
{
    /// <summary>Of each kind; who wants more types more.</summary>
    public const int Most = 20;

    public async Task<DeskFound> FindAsync(string words, CancellationToken cancel = default)
    {
        var employers = await RowsAsync(db.Set<Employer>().Holding((words, employer => employer.Name)), Most, cancel);
        var postings = await db.Set<Posting>().Holding((words, posting => posting.Title)).OrderByDescending(posting => posting.Id).Select(posting => posting.Id).Take(Most).ToListAsync(cancel);
        var found = await db.Set<Posting>().AsNoTracking().Where(posting => postings.Contains(posting.Id)).OrderByDescending(posting => posting.Id).Select(PostingRow.Of).ToListAsync(cancel);
        return new DeskFound(employers, found, await OrdersAsync(words, cancel));
    }

    /// <summary>All companies, the newest first.</summary>
    public async Task<ListPage<EmployerRow>> EmployersAsync(int size, long? before = null, CancellationToken cancel = default) =>
        ListPage<EmployerRow>.Of(await RowsAsync(before is { } id ? db.Set<Employer>().Where(employer => employer.Id < id) : db.Set<Employer>(), size + 1, cancel), size);

    /// <summary>One company; null: there is none of that number.</summary>
    public async Task<Employer?> EmployerAsync(long id, CancellationToken cancel = default) =>
        await db.Set<Employer>().AsNoTracking().SingleOrDefaultAsync(employer => employer.Id == id, cancel);

    /// <summary>The postings of a company in whatever state, the newest first.</summary>
    public async Task<ListPage<PostingRow>> PostingsAsync(long employer, int size, long? before = null, CancellationToken cancel = default)
    {
        var postings = db.Set<Posting>().AsNoTracking().Where(posting => posting.EmployerId == employer);
        if (before is { } id)
            postings = postings.Where(posting => posting.Id < id);
        return ListPage<PostingRow>.Of(await postings.OrderByDescending(posting => posting.Id).Take(size + 1).Select(PostingRow.Of).ToListAsync(cancel), size);
    }

    private async Task<List<EmployerRow>> RowsAsync(IQueryable<Employer> employers, int take, CancellationToken cancel)
    {
        var page = await employers.OrderByDescending(employer => employer.Id).Take(take).Select(employer => new { employer.Id, employer.Name, employer.CreatedAt }).ToListAsync(cancel);
        var ids = page.ConvertAll(employer => employer.Id);
        var jobs = await db.Set<Posting>().Where(posting => ids.Contains(posting.EmployerId) && posting.State == PostingState.Published).GroupBy(posting => posting.EmployerId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var owed = await db.Set<Order>().Where(order => ids.Contains(order.EmployerId) && order.State == OrderState.Open).GroupBy(order => order.EmployerId)
            .Select(group => new { group.Key, Owed = group.Sum(order => order.Total - order.Received) }).ToDictionaryAsync(group => group.Key, group => group.Owed, cancel);
        return page.ConvertAll(employer => new EmployerRow(employer.Id, employer.Name, employer.CreatedAt, jobs.GetValueOrDefault(employer.Id), owed.GetValueOrDefault(employer.Id)));
    }

    /// <summary>By a whole communication, in whatever way it is written; else by a part of its digits, or of the buyer's name or address.</summary>
    private async Task<IReadOnlyList<OrderRow>> OrdersAsync(string words, CancellationToken cancel)
    {
        var orders = db.Set<Order>().AsNoTracking();
        if (StructuredCommunication.Parse(words) is { } communication)
            return await orders.Where(order => order.Reference == communication.Digits).Select(OrderRow.Of).ToListAsync(cancel);
        var ids = await orders.Holding((words, order => order.BuyerName), (words, order => order.BuyerMail), (words, order => order.Reference))
            .OrderByDescending(order => order.Id).Select(order => order.Id).Take(Most).ToListAsync(cancel);
        return await orders.Where(order => ids.Contains(order.Id)).OrderByDescending(order => order.Id).Select(OrderRow.Of).ToListAsync(cancel);
    }
}
