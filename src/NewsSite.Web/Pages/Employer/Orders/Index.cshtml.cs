using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Orders;
using NewsSite.Platform.Paging;

namespace NewsSite.Web.Pages.Employer.Orders;

/// <summary>What a company ordered.</summary>
public sealed class IndexModel(OrderList orders) : EmployerPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? BeforeTyped { get; set; }

    public long? Before => long.TryParse(BeforeTyped, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    public ListPage<OrderRow> List { get; private set; } = new([], false);

    public async Task OnGetAsync(CancellationToken cancel) => List = await orders.OfEmployerAsync(Company.EmployerId, PageSize, Before, cancel);
}
