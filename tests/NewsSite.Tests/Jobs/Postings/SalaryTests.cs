using NewsSite.Jobs.Postings;

namespace NewsSite.Tests.Jobs.Postings;

public sealed class SalaryTests
{
    [Theory]
    [InlineData(1500L, 2000L, PayPeriod.Hour, 3_952_000L)]
    [InlineData(30000L, 40000L, PayPeriod.Day, 10_400_000L)]
    [InlineData(60000L, 70000L, PayPeriod.Week, 3_640_000L)]
    [InlineData(250000L, 300000L, PayPeriod.Month, 3_600_000L)]
    [InlineData(3000000L, 4000000L, PayPeriod.Year, 4_000_000L)]
    [InlineData(250000L, null, PayPeriod.Month, 3_000_000L)]
    [InlineData(null, 250000L, PayPeriod.Month, 3_000_000L)]
    [InlineData(null, null, PayPeriod.Month, null)]
    public void Pay_is_compared_by_the_most_that_a_whole_years_work_brings(long? min, long? max, PayPeriod period, long? year) =>
        Assert.Equal(year, new Salary(min, max, "EUR", period).MostAYear);

    [Fact]
    public void Pay_in_another_currency_is_not_compared() => Assert.Null(new Salary(1, 2, "CHF", PayPeriod.Year).MostAYear);
}
