using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Orders;
using NewsSite.Platform.Paging;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.Employers;

/// <summary>What a company posted and ordered.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class EmployerModel(DeskSearch search, OrderList orders) : NewsroomPage
{
    private const int PageSize = 25;

    public NewsSite.Jobs.Employers.Employer Employer { get; private set; } = null!;
    public ListPage<PostingRow> Postings { get; private set; } = new([], false);
    public ListPage<OrderRow> Orders { get; private set; } = new([], false);

    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? BeforeTyped { get; set; }

    [BindProperty(SupportsGet = true, Name = "orders")]
    public string? OrdersTyped { get; set; }

    public long? Before => Key(BeforeTyped);
    public long? OrdersBefore => Key(OrdersTyped);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await search.EmployerAsync(Id, cancel) is not { } employer)
            return NotFound();
        Employer = employer;
        Postings = await search.PostingsAsync(Id, PageSize, Before, cancel);
        Orders = await orders.OfEmployerAsync(Id, PageSize, OrdersBefore, cancel);
        return Page();
    }

    private static long? Key(string? typed) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
