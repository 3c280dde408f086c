using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Payments;

namespace NewsSite.Web.Pages.Employer.Orders;

/// <summary>One order of a company: what, by whom, and how it is paid.</summary>
public sealed class OrderModel(OrderList orders, PaymentDesk payments) : EmployerPage
{
    public Order Order { get; private set; } = null!;

    /// <summary>Null: nothing is to be paid.</summary>
    public BankTransfer? Transfer { get; private set; }

    /// <summary>Where there is a transfer.</summary>
    public PaymentCode? Code { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await orders.FindAsync(id, Company.EmployerId, cancel) is not { } order)
            return NotFound();
        Order = order;
        if (order.State == OrderState.Open)
            Transfer = BankTransfer.Of(await payments.FindAsync(cancel), order.Owed, order.Communication);
        Code = Transfer is null ? null : PaymentCode.Of(Transfer);
        return Page();
    }
}
