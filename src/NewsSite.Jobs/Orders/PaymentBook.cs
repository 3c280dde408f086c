using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Payments;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Orders;

/// <summary>What the desk saw at the bank.</summary>
public sealed record SeenPayment
{
    public required StructuredCommunication Communication { get; init; }

    /// <summary>In cents.</summary>
    public required long Amount { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required string EnteredBy { get; init; }

    /// <summary>Book it also where the order is paid already.</summary>
    public bool Anyway { get; init; }
}

/// <summary>Orders from the desk's side: payments booked and taken back, orders cancelled. Each call is a write of its own and stands in the audit trail.</summary>
public sealed class PaymentBook(NewsDb db, OrderDesk desk, OrderMail mail, PostingMails postings, AuditTrail audit, PaperClock clock)
{
    /// <summary>Books a payment on the order of its communication; the last cent publishes a posting that waited for it.</summary>
    public async Task<Booking> ReceiveAsync(SeenPayment seen, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seen.Amount, nameof(seen));
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(db.Set<Order>().Where(order => order.Reference == seen.Communication.Digits), cancel) is not { } order)
            return new Booking(BookingOutcome.Unknown);
        if (order is { State: OrderState.Paid, Total: > 0 } && !seen.Anyway)
            return new Booking(BookingOutcome.PaidAlready, order);
        var wasOpen = order.State == OrderState.Open;
        order.Receive(seen.Amount, seen.ReceivedOn);
        db.Add(new Payment { OrderId = order.Id, Amount = seen.Amount, ReceivedOn = seen.ReceivedOn, EnteredAt = clock.Now, EnteredBy = seen.EnteredBy });
        audit.Note(Noted("book payment", order, new { seen.Amount, seen.ReceivedOn, order.Received, order.Total }));
        var isPublished = wasOpen && order.State == OrderState.Paid && await PaidAsync(order, cancel);
        await write.CommitAsync(cancel);
        var outcome = order switch
        {
            { State: OrderState.Cancelled } => BookingOutcome.OnCancelled,
            { Owed: > 0 } => BookingOutcome.Part,
            { Owed: < 0 } => BookingOutcome.TooMuch,
            _ => BookingOutcome.Paid,
        };
        return new Booking(outcome, order, isPublished);
    }

    /// <summary>Takes back a payment that was booked by mistake. What it published stays with readers: whether it should is the desk's to say.</summary>
    /// <returns>False: there is no such payment.</returns>
    public async Task<bool> TakeBackAsync(long orderId, long paymentId, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(db.Set<Order>().Where(order => order.Id == orderId), cancel) is not { } order
            || await db.Set<Payment>().SingleOrDefaultAsync(payment => payment.Id == paymentId && payment.OrderId == orderId, cancel) is not { } payment)
            return false;
        db.Remove(payment);
        order.Receive(-payment.Amount, payment.ReceivedOn);
        audit.Note(Noted("take back payment", order, new { payment.Amount, payment.ReceivedOn, order.Received, order.Total }));
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>Cancels an order: nothing is owed any more, and what it bought ends. A posting that waited for it goes back to the desk's queue.</summary>
    /// <returns>False: there is no such order, or it is cancelled already.</returns>
    public async Task<bool> CancelAsync(long orderId, string reason, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(db.Set<Order>().Where(order => order.Id == orderId && order.State != OrderState.Cancelled), cancel) is not { } order)
            return false;
        var heldPosting = order.HoldsPosting && order.Posting.State == PostingState.Approved;
        order.Cancel(clock.Now, reason);
        if (heldPosting)
            order.Posting.Hold(PostingState.Submitted, clock.Now);
        else
            order.Posting.Touch(clock.Now);
        db.Note(order.Posting);
        audit.Note(Noted("cancel order", order, new { reason, order.Received, order.Total }));
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>A posting that was closed before what was ordered for it began: the order lapses, nothing is owed.</summary>
    /// <returns>How many.</returns>
    public async Task<int> LapseAsync(CancellationToken cancel = default)
    {
        var ids = await Lapsing().OrderBy(order => order.Id).Take(200).Select(order => order.Id).ToListAsync(cancel);
        foreach (var id in ids)
            await CancelAsync(id, LapseReason, cancel);
        return ids.Count;
    }

    public Task<bool> HasLapsingAsync(CancellationToken cancel = default) => Lapsing().AnyAsync(cancel);

    /// <summary>Stands in the order where nobody gave a reason.</summary>
    public const string LapseReason = "posting closed";

    private IQueryable<Order> Lapsing() =>
        db.Set<Order>().Where(order => order.State == OrderState.Open && order.StartedAt == null && order.Received == 0 && order.Posting.State == PostingState.Closed);

    /// <summary>What the money makes of the posting.</summary>
    private async Task<bool> PaidAsync(Order order, CancellationToken cancel)
    {
        await mail.PaidAsync(order);
        if (order.Posting.State == PostingState.Approved)
        {
            // What was changed so far must be seen by the question for what still holds it.
            await db.SaveChangesAsync(cancel);
            var isPublished = await desk.ReleaseAsync(order.Posting, cancel);
            if (isPublished)
                await postings.PublishedAsync(order.Posting, cancel);
            return isPublished;
        }
        if (order is { StartedAt: null, Posting.State: PostingState.Published })
            desk.Start(order);
        return false;
    }

    /// <summary>The order, held until the write ends, and after that its posting as it is now.</summary>
    private async Task<Order?> LockAsync(IQueryable<Order> orders, CancellationToken cancel)
    {
        var order = await orders.WaitingForLocked().SingleOrDefaultAsync(cancel);
        if (order is not null)
            await db.Set<Posting>().Where(posting => posting.Id == order.PostingId).Include(posting => posting.Employer).LoadAsync(cancel);
        return order;
    }

    private static AuditNote Noted(string verb, Order order, object details) =>
        new() { Verb = verb, Kind = "order", Id = order.Id, Thing = order.Communication.ToString(), Details = details };
}
