using NewsSite.Web.Pages.Newsroom.Forms;

namespace NewsSite.Tests.Web.Pages.Newsroom;

public sealed class TypedAmountTests
{
    [Theory]
    [InlineData("235.95", 23595)]
    [InlineData("235,95", 23595)]
    [InlineData("€ 235,9", 23590)]
    [InlineData("1.250,50", 125050)]
    [InlineData("1,250.50", 125050)]
    [InlineData("1.250", 125000)]
    [InlineData("12 500 €", 1250000)]
    [InlineData("0", 0)]
    public void Amounts_are_read_as_three_languages_write_them(string typed, long cents) => Assert.Equal(cents, TypedAmount.Cents(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("1e9")]
    [InlineData("12.345,678")]
    [InlineData("1,2,3")]
    [InlineData("9999999999999999999999")]
    [InlineData("٢٣")]
    public void Anything_else_is_none(string? typed) => Assert.Null(TypedAmount.Cents(typed));

    [Theory]
    [InlineData("21", 2100)]
    [InlineData("5,5", 550)]
    [InlineData("100", 10000)]
    public void Rates_are_hundredths_of_a_per_cent(string typed, int rate) => Assert.Equal(rate, TypedAmount.Rate(typed));

    [Fact]
    public void More_than_everything_is_no_rate() => Assert.Null(TypedAmount.Rate("100.01"));
}
