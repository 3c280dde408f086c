using System.Text;
using NewsSite.Accounts.SignIn;

namespace NewsSite.Tests.Accounts.SignIn;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, the last six of the eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long at, string code) => Assert.Equal(code, Totp.Code(Secret, DateTimeOffset.FromUnixTimeSeconds(at)));

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_phone_may_be_one_step_off(int seconds, bool isTaken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(30_000);
        Assert.Equal(isTaken, Totp.Find(Secret, Totp.Code(Secret, now.AddSeconds(seconds)), now) is not null);
    }

    [Fact]
    public void The_address_names_site_and_account() => Assert.Equal(
        "otpauth://totp/The%20Zenne%20Post:a%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=The%20Zenne%20Post&digits=6&period=30",
        Totp.Address("The Zenne Post", "a@b.example", Secret));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_in_base32(string text, string expected) => Assert.Equal(expected, Base32.Write(Encoding.ASCII.GetBytes(text)));
}
