using NewsSite.Jobs.Payments;

namespace NewsSite.Tests.Jobs.Payments;

public sealed class BankTransferTests
{
    private static PaymentTerms Terms(string iban = "BE68539007547034", string bic = "") => new() { Holder = "Zenne Pers nv", Iban = iban, Bic = bic };

    [Fact]
    public void The_code_for_bank_apps_says_what_EPC069_12_asks()
    {
        var transfer = BankTransfer.Of(Terms(bic: "GEBABEBB"), 23595, StructuredCommunication.Of(42))!;
        Assert.Equal("BCD\n002\n1\nSCT\nGEBABEBB\nZenne Pers nv\nBE68539007547034\nEUR235.95\n\n+++000/0000/04242+++", transfer.EpcText());
    }

    [Theory]
    [InlineData(1, "EUR0.01")]
    [InlineData(100, "EUR1.00")]
    [InlineData(999_999_999_99, "EUR999999999.99")]
    public void Amounts_have_cents_behind_a_dot_whatever_the_culture(long cents, string written)
    {
        Assert.Equal(written, BankTransfer.Of(Terms(), cents, StructuredCommunication.Of(1))!.EpcText().Split('\n')[7]);
        Assert.Equal("", BankTransfer.Of(Terms(), cents, StructuredCommunication.Of(1))!.EpcText().Split('\n')[4]);
    }

    [Fact]
    public void Without_an_account_or_an_amount_there_is_nothing_to_pay()
    {
        Assert.Null(BankTransfer.Of(Terms(iban: ""), 100, StructuredCommunication.Of(1)));
        Assert.Null(BankTransfer.Of(Terms(), 0, StructuredCommunication.Of(1)));
    }
}
