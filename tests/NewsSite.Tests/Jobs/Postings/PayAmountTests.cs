using NewsSite.Jobs.Postings;

namespace NewsSite.Tests.Jobs.Postings;

public sealed class PayAmountTests
{
    [Theory]
    [InlineData("3200", 320000)]
    [InlineData("3.200", 320000)]
    [InlineData("3,200", 320000)]
    [InlineData("3 200,50", 320050)]
    [InlineData("€ 3,200.50", 320050)]
    [InlineData("3’200.5", 320050)]
    [InlineData("15,75", 1575)]
    [InlineData("1.234.567", 123456700)]
    [InlineData("3\u00a0200 €", 320000)]
    public void An_amount_is_read_as_people_write_it(string typed, long cents) => Assert.Equal(cents, PayAmount.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("a lot")]
    [InlineData("-3200")]
    [InlineData("32.00.00")]
    [InlineData("3200-4100")]
    [InlineData("1e5")]
    [InlineData("99999999999999999999")]
    public void What_is_no_amount_is_refused(string typed) => Assert.Null(PayAmount.Read(typed));
}
