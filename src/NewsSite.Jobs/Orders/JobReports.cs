using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Packages;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Orders;

/// <summary>What was ordered of one package in one month, without what was cancelled. Amounts in cents.</summary>
/// <param name="Month">Its first day.</param>
public sealed record SoldLine(DateOnly Month, LocalizedText Package, string Code, int Orders, long Net);

/// <summary>What was paid in full in one month. Amounts in cents.</summary>
/// <param name="Month">Its first day.</param>
public sealed record RevenueLine(DateOnly Month, int Orders, long Net, long Vat, long Total);

/// <summary>What is still to come in, in cents.</summary>
public sealed record OpenSums(int Orders, long Owed, int Overdue, long OverdueOwed);

/// <summary>What the desk counts: sold, open, expiring, revenue.</summary>
public sealed class JobReports(NewsDb db, PaperClock clock)
{
    /// <summary>How far ahead a posting that closes is shown.</summary>
    public const int DaysAhead = 14;

    private DateOnly ThisMonth => new(clock.Today.Year, clock.Today.Month, 1);

    /// <summary>The newest month first, this one included; in a month in the order of the packages.</summary>
    public async Task<IReadOnlyList<SoldLine>> SoldAsync(int months, CancellationToken cancel = default)
    {
        var from = ThisMonth.AddMonths(1 - months);
        var sums = await db.Set<Order>().Where(order => order.PlacedOn >= from && order.State != OrderState.Cancelled)
            .GroupBy(order => new { order.PlacedOn.Year, order.PlacedOn.Month, order.PackageId })
            .Select(group => new { group.Key.Year, group.Key.Month, group.Key.PackageId, Orders = group.Count(), Net = group.Sum(order => order.Net) }).ToListAsync(cancel);
        var packages = await db.Set<Package>().AsNoTracking().ToDictionaryAsync(package => package.Id, cancel);
        return [.. sums.OrderByDescending(sum => (sum.Year, sum.Month)).ThenBy(sum => packages[sum.PackageId].Position)
            .Select(sum => new SoldLine(new DateOnly(sum.Year, sum.Month, 1), packages[sum.PackageId].Name, packages[sum.PackageId].Code, sum.Orders, sum.Net))];
    }

    /// <summary>Every month, the newest first, also those without.</summary>
    public async Task<IReadOnlyList<RevenueLine>> RevenueAsync(int months, CancellationToken cancel = default)
    {
        var from = ThisMonth.AddMonths(1 - months);
        var sums = await db.Set<Order>().Where(order => order.PaidOn >= from && order.State == OrderState.Paid && order.Total > 0)
            .GroupBy(order => new { order.PaidOn!.Value.Year, order.PaidOn!.Value.Month })
            .Select(group => new { group.Key.Year, group.Key.Month, Orders = group.Count(), Net = group.Sum(order => order.Net), Vat = group.Sum(order => order.Vat), Total = group.Sum(order => order.Total) })
            .ToDictionaryAsync(sum => new DateOnly(sum.Year, sum.Month, 1), cancel);
        return [.. Enumerable.Range(0, months).Select(back => ThisMonth.AddMonths(-back)).Select(month => sums.TryGetValue(month, out var sum)
            ? new RevenueLine(month, sum.Orders, sum.Net, sum.Vat, sum.Total)
            : new RevenueLine(month, 0, 0, 0, 0))];
    }

    public async Task<OpenSums> OpenAsync(CancellationToken cancel = default)
    {
        var today = clock.Today;
        var sums = await db.Set<Order>().Where(order => order.State == OrderState.Open).GroupBy(order => order.DueOn < today)
            .Select(group => new { IsOverdue = group.Key, Orders = group.Count(), Owed = group.Sum(order => order.Total - order.Received) }).ToListAsync(cancel);
        var overdue = sums.Find(sum => sum.IsOverdue);
        return new OpenSums(sums.Sum(sum => sum.Orders), sums.Sum(sum => sum.Owed), overdue?.Orders ?? 0, overdue?.Owed ?? 0);
    }

    /// <summary>Postings that close in the next days, the first first.</summary>
    public async Task<ListPage<PostingRow>> ExpiringAsync(int size, ListKey? after = null, CancellationToken cancel = default)
    {
        var (now, until) = (clock.Now, clock.Now.AddDays(DaysAhead));
        var postings = db.Set<Posting>().AsNoTracking().Where(posting => posting.State == PostingState.Published && posting.ClosesAt > now && posting.ClosesAt <= until);
        if (after is { } key)
            postings = postings.Where(posting => posting.ClosesAt >= key.At && !(posting.ClosesAt == key.At && posting.Id <= key.Id));
        return ListPage<PostingRow>.Of(await postings.OrderBy(posting => posting.ClosesAt).ThenBy(posting => posting.Id).Take(size + 1).Select(PostingRow.Of).ToListAsync(cancel), size);
    }
}
