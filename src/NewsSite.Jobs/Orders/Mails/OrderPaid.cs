using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Mails;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Orders.Mails;

/// <summary>Says that the money for an order is complete.</summary>
public sealed record OrderPaid(Bought Order) : MailTemplate<JobMails, OrderPaidHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Paid: {0} for “{1}”", Order.Package, OrderPlaced.Short(Order.Posting)];

    public override string Text(IStringLocalizer T) => $"""
        {T["Thank you: your payment of {0} is complete.", Bought.Amount(Order.Total)]}

        {T["Ordered: {0}", Order.Package]}
        {T["For the job: {0}", Order.Posting]}

        {Order.Link}

        {T["You get this mail because somebody has ordered this on {0} with your address.", Order.Site]}
        """;
}
