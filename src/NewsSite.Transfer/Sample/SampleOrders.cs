using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Figures;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Packages;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Figures;
using NewsSite.Platform.Site;

namespace NewsSite.Transfer.Sample;

/// <summary>Adds what was ordered for made-up postings and what readers did with them. No mail is written.</summary>
internal sealed class SampleOrders(NewsDb db, int seed, PaperClock clock)
{
    /// <summary>The last days of each posting have figures.</summary>
    private const int DaysCounted = 10;

    private const int DaysToPay = 14;

    /// <summary>Inside the caller's write; the postings are saved and have their ids.</summary>
    /// <param name="postings">In their order in the sample.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="cancel">Ends with the command.</param>
    public async Task AddAsync(IReadOnlyList<Posting> postings, int first, CancellationToken cancel)
    {
        var packages = await db.Set<Package>().ToDictionaryAsync(package => package.Code, cancel);
        var orders = postings.Index().Select(posting => Order(posting.Item, packages, SampleRandom.For(seed, "order", first + posting.Index))).ToList();
        db.AddRange(orders);
        foreach (var (index, posting) in postings.Index())
            db.AddRange(Figures(posting, SampleRandom.For(seed, "figures", first + index)));
        // Their ids are in their communications.
        await db.SaveChangesAsync(cancel);
        foreach (var order in orders)
        {
            order.Refer();
            if (order.Received > 0)
                db.Add(new Payment { OrderId = order.Id, Amount = order.Received, ReceivedOn = order.PaidOn ?? order.PlacedOn, EnteredAt = order.PlacedAt, EnteredBy = "Sample" });
        }
    }

    private Order Order(Posting posting, Dictionary<string, Package> packages, Random random)
    {
        var isTop = posting.TopUntil is not null;
        var package = packages[isTop ? random.Next(3) switch { 0 => "top-7", 1 => "top-14", _ => "top-30" } : random.Next(5) == 0 ? "standard" : "free"];
        var placedOn = DateOnly.FromDateTime(clock.Local(posting.PublishedAt!.Value).DateTime);
        var order = new Order
        {
            Employer = posting.Employer,
            Posting = posting,
            Package = package,
            Name = package.Name,
            TopDays = package.TopDays,
            Net = package.Net,
            VatRate = package.VatRate,
            Vat = package.Price.Vat,
            Total = package.Price.Total,
            IsPaidFirst = package.IsPaidFirst,
            IsForPublication = true,
            BuyerName = $"Sample {posting.Employer.Name}",
            // Nobody is written to.
            BuyerMail = "",
            Language = posting.Language,
            PlacedAt = posting.PublishedAt.Value,
            PlacedOn = placedOn,
            DueOn = placedOn.AddDays(DaysToPay),
        };
        var isPaid = package.Price.IsFree || isTop || random.Next(4) > 0;
        var paidOn = placedOn.AddDays(random.Next(DaysToPay));
        if (isPaid || random.Next(5) == 0)
            order.Receive(isPaid ? order.Total : order.Total / 2, paidOn < clock.Today ? paidOn : clock.Today);
        if (isTop)
        {
            posting.TopUntil = null;
            order.Start(Microseconds.Cut(clock.Now.AddDays(-package.TopDays * random.NextDouble())));
        }
        else
        {
            order.Start(posting.PublishedAt.Value);
        }
        return order;
    }

    private IEnumerable<Figure> Figures(Posting posting, Random random)
    {
        var last = posting.ClosesAt is { } closes && closes < clock.Now ? DateOnly.FromDateTime(clock.Local(closes).DateTime) : clock.Today;
        var published = DateOnly.FromDateTime(clock.Local(posting.PublishedAt!.Value).DateTime);
        for (var day = last; day > last.AddDays(-DaysCounted) && day >= published; day = day.AddDays(-1))
        {
            yield return Figure(posting, day, PostingActs.View, random.Next(3, 60));
            if (random.Next(3) > 0)
                yield return Figure(posting, day, PostingActs.Apply, random.Next(1, 6));
            if (posting.TopUntil is not null)
                yield return Figure(posting, day, PostingActs.Top, random.Next(200, 900));
        }
    }

    private static Figure Figure(Posting posting, DateOnly day, string act, int times) => new() { Kind = posting.Kind, ThingId = posting.Id, Day = day, Act = act, Times = times };
}
