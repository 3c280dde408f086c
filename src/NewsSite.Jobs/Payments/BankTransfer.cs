using System.Globalization;

namespace NewsSite.Jobs.Payments;

/// <summary>
/// How an amount is paid: everything that somebody types into their bank's form, or scans. The one way to pay so far; another
/// would stand beside it, and reach an order by the same door (OrderDesk.ReceiveAsync).
/// </summary>
/// <param name="Amount">In cents of a euro.</param>
public sealed record BankTransfer(string Holder, Iban Account, string Bic, long Amount, StructuredCommunication Communication)
{
    /// <summary>Null where the desk has named no account.</summary>
    public static BankTransfer? Of(PaymentTerms terms, long amount, StructuredCommunication communication) =>
        Iban.Parse(terms.Iban) is { } account && amount > 0 ? new BankTransfer(terms.Holder, account, terms.Bic, amount, communication) : null;

    /// <summary>
    /// What a QR code says to the apps of banks (EPC069-12, version 002, UTF-8). The Belgian communication stands in the structured
    /// field, as Belgian banks and programs of accounting have it; the unstructured one must then stay empty.
    /// </summary>
    public string EpcText() => string.Join('\n',
    [
        "BCD", "002", "1", "SCT", Bic, Holder, Account.Compact,
        string.Create(CultureInfo.InvariantCulture, $"EUR{Amount / 100}.{Amount % 100:00}"),
        "", Communication.ToString(),
    ]);
}
