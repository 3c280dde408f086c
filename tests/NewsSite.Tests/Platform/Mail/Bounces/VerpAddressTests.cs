using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Bounces;

namespace NewsSite.Tests.Platform.Mail.Bounces;

public sealed class VerpAddressTests
{
    private static readonly VerpAddress Verp = new([.. Enumerable.Range(1, 32).Select(octet => (byte)octet)]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(123_456_789)]
    [InlineData(long.MaxValue)]
    public void An_address_leads_back_to_its_mail_however_it_is_written(long mail)
    {
        var address = Verp.Of(mail, "bounces.zenne.example");

        Assert.Null(Mailbox.Fault(address));
        Assert.Equal(mail, Verp.MailOf(address));
        Assert.Equal(mail, Verp.MailOf(address.ToUpperInvariant()));
    }

    [Fact]
    public void What_is_changed_or_made_up_leads_nowhere()
    {
        var address = Verp.Of(4711, "bounces.zenne.example");
        var at = address.IndexOf('@', StringComparison.Ordinal);
        for (var place = 0; place < at; place++)
        {
            var changed = address[..place] + (address[place] == 'a' ? 'b' : 'a') + address[(place + 1)..];
            Assert.True(Verp.MailOf(changed) is null, changed);
        }
        Assert.Null(Verp.MailOf("bounces@bounces.zenne.example"));
        Assert.Null(Verp.MailOf("b-a-@zenne.example"));
        Assert.Null(Verp.MailOf(""));
        Assert.Null(Verp.MailOf(new string('b', 100_000)));
        Assert.Null(new VerpAddress(new byte[32]).MailOf(address));
    }

    [Fact]
    public void Two_numbers_never_have_one_address() =>
        Assert.Equal(2_000, Enumerable.Range(0, 2_000).Select(mail => Verp.Of(mail, "zenne.example")).Distinct().Count());
}
