using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Packages;
using NewsSite.Jobs.Payments;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Orders;

/// <summary>What employers ordered; payments are booked here by what the bank's statement says.</summary>
[Authorize(Policies.ManageJobs)]
public sealed class IndexModel(OrderList orders, PaymentBook book, PaperClock clock, IStringLocalizer<Interface> texts) : NewsroomPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "part")]
    public string? PartTyped { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public string? BeforeTyped { get; set; }

    [BindProperty]
    public string? Communication { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? ReceivedOn { get; set; }

    [BindProperty]
    public bool Anyway { get; set; }

    /// <summary>The order of the payment needs no more money: asks whether it is another payment.</summary>
    public bool IsPaidAlready { get; private set; }
    public ListPage<OrderRow> List { get; private set; } = new([], false);

    public OrderPart Part => Enum.TryParse<OrderPart>(PartTyped, ignoreCase: true, out var part) && Enum.IsDefined(part) ? part : OrderPart.All;
    public long? Before => long.TryParse(BeforeTyped, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public Task OnGetAsync(CancellationToken cancel)
    {
        ReceivedOn = Words.Machine(clock.Today);
        return LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (StructuredCommunication.Parse(Communication) is null)
            ModelState.AddModelError("Communication", texts["This is no structured communication: it has twelve digits, and the last two check the others."]);
        if (TypedAmount.Cents(Amount) is not (> 0 and <= Price.MostNet))
            ModelState.AddModelError("Amount", texts["An amount such as 235.95."]);
        if (!DateOnly.TryParseExact(ReceivedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on > clock.Today || on.Year < 2000)
            ModelState.AddModelError("ReceivedOn", texts["A day that has come."]);
        if (!ModelState.IsValid)
            return Wrong();
        var booking = await book.ReceiveAsync(new SeenPayment
        {
            Communication = StructuredCommunication.Parse(Communication)!.Value,
            Amount = TypedAmount.Cents(Amount)!.Value,
            ReceivedOn = on,
            EnteredBy = Me.Name,
            Anyway = Anyway,
        }, cancel);
        return Finish(booking);
    }

    public string Address(OrderPart part, long? before = null) => At("/orders") + QueryString.Create(new Dictionary<string, string?>
    {
        ["part"] = part == OrderPart.All ? null : part.ToString().ToLowerInvariant(),
        ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null));

    private IActionResult Finish(Booking booking)
    {
        if (booking.Outcome == BookingOutcome.Unknown)
            return Wrong("Communication", texts["No order has this communication."]);
        if (booking.Outcome == BookingOutcome.PaidAlready)
        {
            IsPaidAlready = true;
            return Wrong("Communication", texts["This order is paid already: {0} came in.", Words.Amount(booking.Order!.Received)]);
        }
        return Done(string.Create(CultureInfo.InvariantCulture, $"/orders/{booking.Order!.Id}"), Told(booking, booking.Order));
    }

    private string Told(Booking booking, Order order) => booking.Outcome switch
    {
        BookingOutcome.Part => texts["{0} is booked; {1} is still owed.", Amount!, Words.Amount(order.Owed)],
        BookingOutcome.TooMuch => texts["Paid, and {0} too much came in: pay it back or speak with the company.", Words.Amount(-order.Owed)],
        BookingOutcome.OnCancelled => texts["Booked on a cancelled order: {0} is to be paid back.", Words.Amount(order.Received)],
        _ when booking.IsPublished => texts["Paid: the job is published now."],
        _ => texts["The order is paid."],
    };

    private async Task LoadAsync(CancellationToken cancel) => List = await orders.PageAsync(Part, PageSize, Before, cancel);
}
