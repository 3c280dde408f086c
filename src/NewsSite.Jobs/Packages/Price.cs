namespace NewsSite.Jobs.Packages;

/// <summary>What something costs, in euro: bank transfers within SEPA know no other currency.</summary>
/// <param name="Net">Without VAT, in cents.</param>
/// <param name="VatRate">In hundredths of a per cent: 2100 is 21 %.</param>
public readonly record struct Price(long Net, int VatRate)
{
    /// <summary>The most that a price may be, in cents: what a transfer can carry is 999,999,999.99 with VAT.</summary>
    public const long MostNet = 10_000_000_00;

    public const int MostVatRate = 100_00;

    /// <summary>In cents; half a cent is rounded up.</summary>
    public long Vat => ((Net * VatRate) + 5000) / 10_000;

    public long Total => Net + Vat;

    public bool IsFree => Net == 0;
}
