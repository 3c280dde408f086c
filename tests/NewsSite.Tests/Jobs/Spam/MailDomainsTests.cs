using NewsSite.Jobs.Spam;

namespace NewsSite.Tests.Jobs.Spam;

public sealed class MailDomainsTests
{
    [Theory]
    [InlineData("an@harbour.example", true)]
    [InlineData("an@GMAIL.com", false)]
    [InlineData("an@skynet.be", false)]
    [InlineData("an@yopmail.com", false)]
    [InlineData("an@x.mailinator.com", false)]
    [InlineData("an", false)]
    public void Only_a_domain_of_its_own_stands_for_a_company(string address, bool isCompanys) => Assert.Equal(isCompanys, MailDomains.IsCompanys(MailDomains.Of(address)));

    [Theory]
    [InlineData("mailinator.com", true)]
    [InlineData("mx.mailinator.com", true)]
    [InlineData("notmailinator.com", false)]
    [InlineData("", false)]
    public void An_address_for_ten_minutes_is_known_also_below_its_domain(string domain, bool isDisposable) => Assert.Equal(isDisposable, MailDomains.IsDisposable(domain));
}
