using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Packages;
using NewsSite.Jobs.Payments;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Orders;

/// <summary>Who orders.</summary>
/// <param name="Id">Of the account; null: none yet.</param>
/// <param name="Mail">Where the order and how to pay it are sent.</param>
public sealed record Buyer(long? Id, string Name, string Mail, Language Language);

/// <summary>Orders from the employer's side: placing them, and what they mean for publishing a posting.</summary>
/// <remarks>Both calls happen inside the caller's write, which the caller commits.</remarks>
public sealed class OrderDesk(NewsDb db, PackageList packages, JobsDesk jobs, OrderMail mail, FindContact find, PaperClock clock)
{
    /// <summary>Of the package that costs nothing and brings nothing else.</summary>
    public const string Free = "free";

    /// <summary>The same as <see cref="PlaceAsync(Posting, string, Buyer, CancellationToken)"/>, by somebody who can sign in.</summary>
    /// <param name="posting">With its employer; it has an id.</param>
    /// <param name="code">The package's; one that is not offered any more becomes the free one, so that a posting is never lost over it.</param>
    /// <param name="buyer">As Accounts numbers them.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<Placing> PlaceAsync(Posting posting, string code, long buyer, CancellationToken cancel = default)
    {
        if (await find(buyer, cancel) is not { } contact)
            return new Placing(PlacingOutcome.NotOffered);
        var who = new Buyer(buyer, contact.Mailbox.Name, contact.Mailbox.Address, contact.Language);
        var placing = await PlaceAsync(posting, code, who, cancel);
        return placing.Outcome == PlacingOutcome.NotOffered ? await PlaceAsync(posting, Free, who, cancel) : placing;
    }

    /// <summary>
    /// Orders a package for a posting that is saved. What is free or not paid first counts at once for a posting that is with
    /// readers; for another it counts from its publication (see <see cref="ReleaseAsync"/>).
    /// </summary>
    /// <param name="posting">With its employer; it has an id.</param>
    /// <param name="code">The package's, as the form sends it.</param>
    /// <param name="buyer">Gets the mail.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<Placing> PlaceAsync(Posting posting, string code, Buyer buyer, CancellationToken cancel = default)
    {
        if ((await packages.OfferedAsync(cancel)).FirstOrDefault(offered => offered.Code == code) is not { } offer)
            return new Placing(PlacingOutcome.NotOffered);
        var standing = await db.Set<Order>().Include(order => order.Employer)
            .FirstOrDefaultAsync(order => order.PostingId == posting.Id && order.State == OrderState.Open && order.PackageId == offer.Id, cancel);
        if (standing is not null)
            return new Placing(PlacingOutcome.OrderedAlready, standing);
        var terms = await db.Set<PaymentTerms>().AsNoTracking().SingleAsync(cancel);
        var order = await AddAsync(posting, offer, buyer, clock.Today.AddDays(terms.DaysToPay), cancel);
        if (posting.State == PostingState.Published && !(order.IsPaidFirst && order.State == OrderState.Open))
            Start(order);
        if (BankTransfer.Of(terms, order.Total, order.Communication) is { } transfer)
            await mail.PlacedAsync(order, transfer);
        return new Placing(PlacingOutcome.Placed, order);
    }

    /// <summary>
    /// Publishes a posting that may be published. One whose time has not come, or whose order must be paid first, waits instead
    /// (<see cref="PostingState.Approved"/>) and is published then, or by the payment. To be called wherever a posting is let through.
    /// </summary>
    /// <param name="posting">With its employer.</param>
    /// <param name="cancel">Ends with the request.</param>
    /// <returns>Whether it is with readers now.</returns>
    public async Task<bool> ReleaseAsync(Posting posting, CancellationToken cancel = default)
    {
        // A payment that is booked at this moment has its order locked: whoever comes second sees what the first did.
        var orders = await db.Set<Order>().Where(order => order.PostingId == posting.Id && order.State != OrderState.Cancelled && order.StartedAt == null)
            .OrderBy(order => order.Id).WaitingForLocked().ToListAsync(cancel);
        if (posting.PublishesAt > clock.Now || orders.Exists(order => order.HoldsPosting))
        {
            posting.Approve(clock.Now);
            return false;
        }
        jobs.Publish(posting);
        foreach (var order in orders.Where(order => order.State == OrderState.Paid || !order.IsPaidFirst))
            Start(order);
        return true;
    }

    /// <summary>Every posting that is handed in has an order: where nobody chose a package, of the free one.</summary>
    internal async Task EnsureAsync(Posting posting, long buyer, CancellationToken cancel)
    {
        if (!await db.Set<Order>().AnyAsync(order => order.PostingId == posting.Id && order.State != OrderState.Cancelled, cancel))
            await PlaceAsync(posting, Free, buyer, cancel);
    }

    /// <summary>What was bought counts from now on.</summary>
    internal void Start(Order order)
    {
        order.Start(clock.Now);
        order.Posting.Touch(clock.Now);
        db.Note(order.Posting);
    }

    private async Task<Order> AddAsync(Posting posting, Package offer, Buyer buyer, DateOnly due, CancellationToken cancel)
    {
        var order = new Order
        {
            Employer = posting.Employer,
            Posting = posting,
            Package = db.Set<Package>().Local.FirstOrDefault(known => known.Id == offer.Id) ?? db.Attach(offer).Entity,
            Name = offer.Name,
            TopDays = offer.TopDays,
            Net = offer.Net,
            VatRate = offer.VatRate,
            Vat = offer.Price.Vat,
            Total = offer.Price.Total,
            IsPaidFirst = offer.IsPaidFirst,
            IsForPublication = posting.State != PostingState.Published,
            BuyerId = buyer.Id,
            BuyerName = buyer.Name,
            BuyerMail = buyer.Mail,
            Language = buyer.Language.Code,
            PlacedAt = clock.Now,
            PlacedOn = clock.Today,
            DueOn = due,
        };
        if (offer.Price.IsFree)
            order.Receive(0, clock.Today);
        db.Add(order);
        // Its id is in its communication.
        await db.SaveChangesAsync(cancel);
        order.Refer();
        await db.SaveChangesAsync(cancel);
        return order;
    }
}
