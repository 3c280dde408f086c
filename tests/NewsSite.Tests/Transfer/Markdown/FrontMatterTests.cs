using NewsSite.Transfer.Markdown;

namespace NewsSite.Tests.Transfer.Markdown;

public sealed class FrontMatterTests
{
    [Fact]
    public void Values_are_taken_as_they_stand()
    {
        var file = MarkdownFile.Read("a.md", "---\r\ntitle: Trams: \"late\" again\r\ntags: a, b ,c\r\nempty:\r\n---\r\nBody\r\n");

        Assert.Equal("Trams: \"late\" again", file.Front.Need("title"));
        Assert.Equal(["a", "b", "c"], file.Front.List("tags"));
        Assert.Null(file.Front.Find("empty"));
        Assert.Equal("Body\n", file.Body);
    }

    [Theory]
    [InlineData("Body", 1, "must begin with")]
    [InlineData("---\ntitle: x\n", 3, "is missing")]
    [InlineData("---\ntitle: x\nnonsense\n---\n", 3, "'key: value'")]
    [InlineData("---\ntitle: x\ntitle: y\n---\n", 3, "twice")]
    public void What_is_no_front_matter_is_named_with_its_line(string text, int line, string problem)
    {
        var refused = Assert.Throws<MarkdownException>(() => MarkdownFile.Read("a.md", text));

        Assert.Equal(line, refused.Line);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_refused()
    {
        var file = MarkdownFile.Read("a.md", "---\ntitle: x\ntitel: y\n---\n");

        Assert.Equal("a.md, line 3: 'titel' is not a known key; known are title", Assert.Throws<MarkdownException>(() => file.Front.Allow("title")).Message);
    }
}
