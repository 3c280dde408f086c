using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Payments;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Orders;

/// <summary>Which orders a list shows.</summary>
public enum OrderPart
{
    All,
    Open,

    /// <summary>Open, and past the day on which they should have been paid.</summary>
    Overdue,
    Paid,
    Cancelled,
}

/// <summary>An order in a list. Amounts in cents.</summary>
public sealed record OrderRow
{
    public required long Id { get; init; }
    public required string Reference { get; init; }
    public required long EmployerId { get; init; }
    public required string Employer { get; init; }
    public required long PostingId { get; init; }
    public required string Posting { get; init; }
    public required LocalizedText Name { get; init; }
    public required long Total { get; init; }
    public required long Received { get; init; }
    public required OrderState State { get; init; }
    public required DateOnly PlacedOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateOnly? PaidOn { get; init; }

    public StructuredCommunication Communication => StructuredCommunication.Parse(Reference)!.Value;

    internal static readonly Expression<Func<Order, OrderRow>> Of = order => new OrderRow
    {
        Id = order.Id,
        Reference = order.Reference,
        EmployerId = order.EmployerId,
        Employer = order.Employer.Name,
        PostingId = order.PostingId,
        Posting = order.Posting.Title,
        Name = order.Name,
        Total = order.Total,
        Received = order.Received,
        State = order.State,
        PlacedOn = order.PlacedOn,
        DueOn = order.DueOn,
        PaidOn = order.PaidOn,
    };
}

/// <summary>What may be asked of orders; the newest first, paged by id, which rises with time.</summary>
public sealed class OrderList(NewsDb db, PaperClock clock)
{
    private IQueryable<Order> All => db.Set<Order>().AsNoTracking();

    public Task<ListPage<OrderRow>> PageAsync(OrderPart part, int size, long? before = null, CancellationToken cancel = default)
    {
        var today = clock.Today;
        return PageAsync(part switch
        {
            OrderPart.Open => All.Where(order => order.State == OrderState.Open),
            OrderPart.Overdue => All.Where(order => order.State == OrderState.Open && order.DueOn < today),
            OrderPart.Paid => All.Where(order => order.State == OrderState.Paid),
            OrderPart.Cancelled => All.Where(order => order.State == OrderState.Cancelled),
            _ => All,
        }, size, before, cancel);
    }

    public Task<ListPage<OrderRow>> OfEmployerAsync(long employer, int size, long? before = null, CancellationToken cancel = default) =>
        PageAsync(All.Where(order => order.EmployerId == employer), size, before, cancel);

    public async Task<IReadOnlyList<OrderRow>> OfPostingAsync(long posting, CancellationToken cancel = default) =>
        await All.Where(order => order.PostingId == posting).OrderByDescending(order => order.Id).Select(OrderRow.Of).ToListAsync(cancel);

    /// <summary>One, with its posting and employer; null: there is none.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="employer">Only if it is of that company; null: of any.</param>
    /// <param name="cancel">Ends with the request.</param>
    public Task<Order?> FindAsync(long id, long? employer = null, CancellationToken cancel = default) =>
        All.Include(order => order.Employer).Include(order => order.Posting).SingleOrDefaultAsync(order => order.Id == id && (employer == null || order.EmployerId == employer), cancel);

    public async Task<IReadOnlyList<Payment>> PaymentsAsync(long order, CancellationToken cancel = default) =>
        await db.Set<Payment>().AsNoTracking().Where(payment => payment.OrderId == order).OrderBy(payment => payment.Id).ToListAsync(cancel);

    internal static async Task<ListPage<OrderRow>> PageAsync(IQueryable<Order> orders, int size, long? before, CancellationToken cancel)
    {
        if (before is { } id)
            orders = orders.Where(order => order.Id < id);
        return ListPage<OrderRow>.Of(await orders.OrderByDescending(order => order.Id).Take(size + 1).Select(OrderRow.Of).ToListAsync(cancel), size);
    }
}
