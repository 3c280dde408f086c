using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Mails;
using NewsSite.Jobs.Payments;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Orders.Mails;

/// <summary>Confirms an order and says how to pay it.</summary>
public sealed record OrderPlaced(Bought Order, BankTransfer Transfer, DateOnly DueOn, bool IsPaidFirst) : MailTemplate<JobMails, OrderPlacedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Your order: {0} for “{1}”", Order.Package, Short(Order.Posting)];

    public override string Text(IStringLocalizer T) => $"""
        {T["Thank you for your order."]}

        {T["Ordered: {0}", Order.Package]}
        {T["For the job: {0}", Order.Posting]}
        {T["Price without VAT: {0}", Bought.Amount(Order.Net)]}
        {T["VAT {0} %: {1}", Order.Rate, Bought.Amount(Order.Vat)]}
        {T["To pay: {0}", Bought.Amount(Order.Total)]}

        {T["Please transfer it by {0}:", Bought.Day(DueOn)]}
        {T["To: {0}", Transfer.Holder]}
        IBAN: {Transfer.Account}{(Transfer.Bic.Length > 0 ? $"\nBIC: {Transfer.Bic}" : "")}
        {T["Structured communication: {0}", Transfer.Communication]}

        {When(T)}

        {T["The order, with a code for the app of your bank:"]}

        {Order.Link}

        {Why(T)}
        """;

    public string When(IStringLocalizer T) => IsPaidFirst ? T["What you ordered starts when your payment is with us."] : T["What you ordered starts with the publication; you need not wait for the payment."];

    public string Why(IStringLocalizer T) => T["You get this mail because somebody has ordered this on {0} with your address.", Order.Site];

    /// <summary>A subject is no place for a whole title.</summary>
    internal static string Short(string title) => title.Length <= 60 ? title : title[..(char.IsHighSurrogate(title[58]) ? 58 : 59)] + "…";
}
