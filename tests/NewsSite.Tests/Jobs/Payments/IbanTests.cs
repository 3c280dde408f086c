using NewsSite.Jobs.Payments;

namespace NewsSite.Tests.Jobs.Payments;

public sealed class IbanTests
{
    /// <summary>Examples of the registry and of banks.</summary>
    [Theory]
    [InlineData("BE68 5390 0754 7034")]
    [InlineData("be72-0000-0000-1616")]
    [InlineData("NL91ABNA0417164300")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606")]
    [InlineData("GB82 WEST 1234 5698 7654 32")]
    public void A_right_number_is_read(string typed) => Assert.Equal(typed.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant(), Iban.Parse(typed)?.Compact);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BE69 5390 0754 7034")]
    [InlineData("BE68 5390 0754 703")]
    [InlineData("BE68 5390 0754 70340")]
    [InlineData("XX68 5390 0754 7034")]
    [InlineData("BE68 5390 0754 703é")]
    [InlineData("539-0075470-34")]
    public void A_wrong_one_is_not(string? typed) => Assert.Null(Iban.Parse(typed));

    [Fact]
    public void Every_wrong_digit_is_seen()
    {
        const string right = "BE68539007547034";
        for (var place = 2; place < right.Length; place++)
        {
            foreach (var digit in "0123456789".Where(digit => digit != right[place]))
                Assert.Null(Iban.Parse(right[..place] + digit + right[(place + 1)..]));
        }
    }

    [Fact]
    public void It_is_shown_in_groups_of_four() => Assert.Equal("BE68 5390 0754 7034", Iban.Parse("BE68539007547034")!.ToString());
}
