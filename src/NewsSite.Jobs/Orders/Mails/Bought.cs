using System.Globalization;

namespace NewsSite.Jobs.Orders.Mails;

/// <summary>What an order's mails say of it. Amounts in cents.</summary>
public sealed record Bought
{
    public required string Site { get; init; }
    public required string Package { get; init; }

    /// <summary>The title of the job.</summary>
    public required string Posting { get; init; }
    public required long Net { get; init; }
    public required int VatRate { get; init; }
    public required long Vat { get; init; }
    public required long Total { get; init; }

    /// <summary>To the order's page.</summary>
    public required string Link { get; init; }

    /// <summary>21 or 5.5, as the culture writes it.</summary>
    public string Rate => (VatRate / 100m).ToString("0.##", CultureInfo.CurrentCulture);

    /// <summary>EUR 235.95, as the culture writes it: a mail for reading in any program needs no sign.</summary>
    public static string Amount(long cents) => "EUR\u00a0" + (cents / 100m).ToString("N2", CultureInfo.CurrentCulture).Replace('\u202f', '\u00a0');

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
