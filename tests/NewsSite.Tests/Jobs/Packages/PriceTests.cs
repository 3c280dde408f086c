using NewsSite.Jobs.Packages;

namespace NewsSite.Tests.Jobs.Packages;

public sealed class PriceTests
{
    [Theory]
    [InlineData(19500, 2100, 4095, 23595)]
    [InlineData(0, 2100, 0, 0)]
    [InlineData(10, 2100, 2, 12)]
    [InlineData(50, 2100, 11, 61)]
    [InlineData(9999, 550, 550, 10549)]
    [InlineData(12345, 0, 0, 12345)]
    public void Tax_is_rounded_to_the_cent(long net, int rate, long vat, long total)
    {
        var price = new Price(net, rate);
        Assert.Equal((vat, total), (price.Vat, price.Total));
    }

    [Fact]
    public void The_dearest_fits_into_a_transfer() => Assert.InRange(new Price(Price.MostNet, Price.MostVatRate).Total, 1, 999_999_999_99);
}
