using System.Globalization;
using System.Numerics;
using NewsSite.Jobs.Payments;

namespace NewsSite.Tests.Jobs.Payments;

public sealed class StructuredCommunicationTests
{
    /// <summary>The first stands on sample bills of Belgian banks.</summary>
    [Theory]
    [InlineData(0_909_337_554, "+++090/9337/55493+++")]
    [InlineData(1, "+++000/0000/00101+++")]
    [InlineData(97, "+++000/0000/09797+++")]
    [InlineData(9_999_999_999, "+++999/9999/99948+++")]
    public void A_number_is_written_with_its_check(long number, string written) => Assert.Equal(written, StructuredCommunication.Of(number).ToString());

    [Fact]
    public void What_is_made_is_read_again_in_every_way_of_writing_and_no_digit_may_be_wrong()
    {
        var random = new Random(7);
        for (var time = 0; time < 500; time++)
        {
            var number = random.NextInt64(10_000_000_000);
            var made = StructuredCommunication.Of(number);
            var rest = (int)(BigInteger.Parse(made.Digits[..10], CultureInfo.InvariantCulture) % 97);
            Assert.Equal(rest == 0 ? 97 : rest, int.Parse(made.Digits[10..], CultureInfo.InvariantCulture));
            foreach (var written in new[] { made.ToString(), made.Digits, made.ToString().Replace('+', '*'), $" {made.Digits[..3]} {made.Digits[3..7]} {made.Digits[7..]} " })
                Assert.Equal(made, StructuredCommunication.Parse(written));
            var place = random.Next(12);
            var wrong = (char)('0' + ((made.Digits[place] - '0' + 1 + random.Next(9)) % 10));
            Assert.Null(StructuredCommunication.Parse(made.Digits[..place] + wrong + made.Digits[(place + 1)..]));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000000000000")]
    [InlineData("09093375549")]
    [InlineData("0909337554930")]
    [InlineData("09093375549x")]
    [InlineData("٠٩٠٩٣٣٧٥٥٤٩٣")]
    public void Anything_else_is_none(string? typed) => Assert.Null(StructuredCommunication.Parse(typed));

    [Fact]
    public void More_than_ten_digits_do_not_fit()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StructuredCommunication.Of(10_000_000_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => StructuredCommunication.Of(-1));
    }
}
