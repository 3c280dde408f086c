using System.Globalization;
using Microsoft.Extensions.Options;
using NewsSite.Jobs.Orders.Mails;
using NewsSite.Jobs.Payments;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Orders;

/// <summary>Mails about orders, to who placed them. They leave with the caller's write.</summary>
public sealed class OrderMail(Outbox outbox, MailWriter writer, FindSiteFace face, IOptions<SiteSettings> settings)
{
    public async Task PlacedAsync(Order order, BankTransfer transfer) =>
        await SendAsync(order, new OrderPlaced(await BoughtAsync(order), transfer, order.DueOn, order.IsPaidFirst));

    public async Task PaidAsync(Order order) => await SendAsync(order, new OrderPaid(await BoughtAsync(order)));

    private async Task<Bought> BoughtAsync(Order order)
    {
        var language = Language.OrDefault(order.Language);
        return new Bought
        {
            Site = (await face()).Name,
            Package = order.Name.In(language),
            Posting = order.Posting.Title,
            Net = order.Net,
            VatRate = order.VatRate,
            Vat = order.Vat,
            Total = order.Total,
            Link = settings.Value.PublicUrl.TrimEnd('/') + language.Prefix + string.Create(CultureInfo.InvariantCulture, $"/employer/{order.EmployerId}/orders/{order.Id}"),
        };
    }

    private async Task SendAsync(Order order, MailTemplate mail) =>
        outbox.Add(await writer.WriteAsync(mail, new Mailbox(order.BuyerMail, order.BuyerName), Language.OrDefault(order.Language)));
}
