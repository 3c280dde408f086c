using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Orders;

/// <summary>One order: what, by whom, what came in.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class OrderModel(OrderList orders, PaymentBook book, IStringLocalizer<Interface> texts) : NewsroomPage
{
    public Order Order { get; private set; } = null!;
    public IReadOnlyList<Payment> Payments { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What is unusual about it; null: nothing.</summary>
    public string? Note => Order switch
    {
        { State: OrderState.Cancelled, Received: > 0 } => texts["{0} is to be paid back.", Words.Amount(Order.Received)].Value,
        { Owed: < 0 } => texts["{0} too much came in.", Words.Amount(-Order.Owed)].Value,
        { State: OrderState.Open, Received: > 0 } => texts["Only a part is paid: {0} is still owed.", Words.Amount(Order.Owed)].Value,
        { HoldsPosting: true, Posting.State: PostingState.Approved } => texts["The job is let through and waits for this payment."].Value,
        { State: OrderState.Paid, StartedAt: null, Posting.State: PostingState.Closed } => texts["It is paid, but the job was closed before it began."].Value,
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTakeBackAsync([FromForm] long payment, CancellationToken cancel) =>
        await book.TakeBackAsync(Id, payment, cancel) ? Done(Path, texts["The payment is taken back."]) : NotFound();

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        var reason = Typed.Clean(Reason, Order.LongestReason);
        if (reason.Length == 0)
            return Wrong("Reason", texts["Say why: it stays with the order."]);
        return await book.CancelAsync(Id, reason, cancel) ? Done(Path, texts["The order is cancelled."]) : Wrong("", texts["The order is cancelled already."], StatusCodes.Status409Conflict);
    }

    private string Path => string.Create(CultureInfo.InvariantCulture, $"/orders/{Id}");

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await orders.FindAsync(Id, cancel: cancel) is not { } order)
            return false;
        (Order, Payments) = (order, await orders.PaymentsAsync(Id, cancel));
        return true;
    }
}
