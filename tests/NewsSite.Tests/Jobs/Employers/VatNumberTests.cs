using System.Globalization;
using NewsSite.Jobs.Employers;

namespace NewsSite.Tests.Jobs.Employers;

public sealed class VatNumberTests
{
    [Theory]
    [InlineData("BE 0403.170.701", "BE0403170701")]
    [InlineData("0403.170.701", "BE0403170701")]
    [InlineData("403170701", "BE0403170701")]
    [InlineData("be403.170.701", "BE0403170701")]
    [InlineData("NL 8015.76.853.B01", "NL801576853B01")]
    [InlineData("FR 40 303 265 045", "FR40303265045")]
    [InlineData("DE136695976", "DE136695976")]
    [InlineData("LU 15027442", "LU15027442")]
    [InlineData("ATU13585627", "ATU13585627")]
    public void A_number_is_read_as_people_write_it(string typed, string kept) => Assert.Equal(kept, VatNumber.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("BE")]
    [InlineData("BE 0403.170.702")]
    [InlineData("BE 2403.170.701")]
    [InlineData("US 123456789")]
    [InlineData("DE12345678")]
    [InlineData("NL801576853C01")]
    [InlineData("<script>")]
    public void What_is_none_is_refused(string typed) => Assert.Null(VatNumber.Read(typed));

    [Fact]
    public void One_wrong_digit_of_a_belgian_number_is_found()
    {
        for (var number = 4_031_000; number < 4_031_500; number++)
        {
            var right = number.ToString("00000000", CultureInfo.InvariantCulture);
            var whole = right + (97 - (int.Parse(right, CultureInfo.InvariantCulture) % 97)).ToString("00", CultureInfo.InvariantCulture);
            Assert.Equal("BE" + whole, VatNumber.Read(whole));
            for (var place = 1; place < whole.Length; place++)
            {
                var wrong = whole[..place] + (char)('0' + ((whole[place] - '0' + 1) % 10)) + whole[(place + 1)..];
                Assert.Null(VatNumber.Read(wrong));
            }
        }
    }
}
