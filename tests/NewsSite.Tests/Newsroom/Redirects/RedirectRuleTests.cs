using NewsSite.Newsroom.Redirects;

namespace NewsSite.Tests.Newsroom.Redirects;

public sealed class RedirectRuleTests
{
    private const string Origin = "https://news.example";

    [Theory]
    [InlineData("/Old/", "/new", "/old", "/new")]
    [InlineData(" https://news.example/old?p=1 ", "https://news.example/new?x=1#y", "/old", "/new?x=1#y")]
    [InlineData("/?p=42", "https://other.example/a", "/?p=42", "https://other.example/a")]
    [InlineData("/caf%C3%A9", "/", "/café", "/")]
    public void Addresses_are_put_into_their_normal_form(string from, string to, string normal, string target)
    {
        var (rule, problem) = RedirectRule.Of(from, to, Origin);

        Assert.Equal((RedirectProblem.None, normal, target), (problem, rule!.From, rule.To));
    }

    [Theory]
    [InlineData("", "/new", RedirectProblem.NoOldAddress)]
    [InlineData("/", "/new", RedirectProblem.NoOldAddress)]
    [InlineData("old", "/new", RedirectProblem.NoOldAddress)]
    [InlineData("https://other.example/old", "/new", RedirectProblem.NoOldAddress)]
    [InlineData("//other.example", "/new", RedirectProblem.NoOldAddress)]
    [InlineData("/old", "", RedirectProblem.NoTarget)]
    [InlineData("/old", "new", RedirectProblem.NoTarget)]
    [InlineData("/old", "//other.example", RedirectProblem.NoTarget)]
    [InlineData("/old", "/\\other.example", RedirectProblem.NoTarget)]
    [InlineData("/old", "javascript:alert(1)", RedirectProblem.NoTarget)]
    [InlineData("/old", "ftp://other.example", RedirectProblem.NoTarget)]
    [InlineData("/old", "https://user@other.example", RedirectProblem.NoTarget)]
    [InlineData("/old", "/new\r\nSet-Cookie: a=b", RedirectProblem.NoTarget)]
    [InlineData("/old", "/OLD/?x=1", RedirectProblem.IsLoop)]
    [InlineData("/old", "https://NEWS.example/old", RedirectProblem.IsLoop)]
    public void What_leads_nowhere_safe_is_refused(string from, string to, RedirectProblem problem) =>
        Assert.Equal(problem, RedirectRule.Of(from, to, Origin).Problem);

    [Fact]
    public void A_csv_is_read_with_its_quotes_headings_and_line_numbers()
    {
        var rows = RedirectCsv.Read("\uFEFFOld;New;Note\r\n/a;/b;x\r\n\r\n\"/c;\"\"d\"\"\";/e\r\n/f");

        Assert.Equal([(2, "/a", "/b"), (4, "/c;\"d\"", "/e"), (5, "/f", "")], rows);
        Assert.Throws<FormatException>(() => RedirectCsv.Read("/a,\"/b"));
    }
}
