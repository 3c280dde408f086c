using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Jobs.Payments;

/// <summary>To which account employers pay, and until when; one row, the desk's.</summary>
public sealed class PaymentTerms
{
    public const int LongestHolder = 70;
    public const int MostDays = 365;

    public long Id { get; private set; }

    /// <summary>As the bank knows it.</summary>
    public string Holder { get; set; } = "";

    /// <summary>Compact; empty: nothing that costs something is sold.</summary>
    public string Iban { get; set; } = "";

    /// <summary>May stay empty: within SEPA the number of the account is enough.</summary>
    public string Bic { get; set; } = "";

    /// <summary>Days from the order on in which it is to be paid.</summary>
    public int DaysToPay { get; set; }
    public int Version { get; set; }
}

internal sealed class PaymentTermsTable : IEntityTypeConfiguration<PaymentTerms>
{
    public void Configure(EntityTypeBuilder<PaymentTerms> builder)
    {
        builder.ToTable("payment_terms");
        builder.Property(terms => terms.Version).IsConcurrencyToken();
    }
}
