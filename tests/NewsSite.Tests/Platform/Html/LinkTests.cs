using NewsSite.Platform.Html;

namespace NewsSite.Tests.Platform.Html;

public sealed class LinkTests
{
    [Theory]
    [InlineData("https://example.org/", true)]
    [InlineData("http://example.org:8080/a?b#c", true)]
    [InlineData("HTTPS://EXAMPLE.ORG/", true)]
    [InlineData("https://user:password@example.org/", false)]
    [InlineData("https://", false)]
    [InlineData("ftp://example.org/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("mailto:x@example.org", false)]
    [InlineData("/path", false)]
    [InlineData("//example.org/", false)]
    [InlineData("https:\\\\example.org\\", false)]
    [InlineData(" https://example.org/", false)]
    [InlineData("https://example.org/\n", false)]
    [InlineData("https://exa\tmple.org/", false)]
    [InlineData("", false)]
    public void A_web_address_is_absolute_and_names_no_user(string address, bool isWeb) => Assert.Equal(isWeb, Link.IsWeb(address));

    [Theory]
    [InlineData("/", true)]
    [InlineData("/news", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://example.org/", true)]
    [InlineData("mailto:x@example.org", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("news", false)]
    public void A_link_has_one_of_the_schemes_or_stays_on_this_site(string address, bool isAllowed) => Assert.Equal(isAllowed, Link.IsAllowed(address, ["http", "https"]));
}
